import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Ask, ask as askAt } from '../api/testing/ask'
import { type Doors, openDoors } from '../feed/testing/doors'

let hub: Doors
let key: string
beforeEach(async () => {
  hub = await openDoors()
  const centre = await register('north', 'Northern centre')
  key = String(centre.json.key)
})
afterEach(() => hub.close())

const ask = (path: string, request?: Ask) => askAt(`${hub.url}${path}`, request)
const register = async (id: string, name: string) =>
  ask('/v1/centres', { token: await hub.token('admin'), body: { id, name } })

/** A burglary at site-1, changed as said. */
const item = (change: Readonly<Record<string, unknown>> = {}) => ({
  id: 'n-1',
  account: '0001',
  table: 'cid',
  code: '130',
  qualifier: 'new',
  zone: '1',
  ...change,
})
const send = (signals: readonly unknown[], request: Ask = {}) =>
  ask('/v1/signals', { token: key, body: { signals }, ...request })
const results = async (...sent: Parameters<typeof send>) => {
  const { status, json } = await send(...sent)
  expect(status).toBe(200)
  return json.results as Record<string, unknown>[]
}
const dataOf = (entry: { readonly data: unknown } | undefined) =>
  entry?.data as Record<string, unknown>
const entries = async (...types: string[]) => {
  const all = await hub.keeper.read(0, 10_000)
  return types.length === 0 ? all : all.filter((entry) => types.includes(entry.type))
}

describe('A monitoring centre', () => {
  it('is registered by an administrator, who is told its key once; the journal and the disk are not', async () => {
    expect(key).toMatch(/^nbc_[\w-]{43}$/)
    const token = await hub.token('admin')
    expect((await ask('/v1/centres', { token })).json).toEqual({
      centres: [{ id: 'north', name: 'Northern centre' }],
    })
    expect(await register('north', 'Another')).toMatchObject({
      status: 409,
      json: { error: 'centre-taken' },
    })
    expect(await register('North/1', 'Another')).toMatchObject({
      status: 400,
      json: { error: 'invalid' },
    })
    expect((await ask('/v1/centres', { token: await hub.token('supervisor') })).status).toBe(403)
    expect((await entries('centre-registered')).map(({ by, data }) => [by.role, data])).toEqual([
      ['admin', { centreId: 'north', name: 'Northern centre' }],
    ])
    await send([item()])
    expect(JSON.stringify(await entries()) + hub.logged()).not.toContain(key.slice(4))
  })

  it('gets a new key, and the old one ends', async () => {
    const token = await hub.token('admin')
    const answer = await ask('/v1/centres/north/key', { method: 'POST', token })
    expect(answer).toMatchObject({
      status: 200,
      json: { id: 'north', key: expect.stringMatching(/^nbc_/) },
    })
    expect(await send([item()])).toMatchObject({ status: 401, json: { error: 'bad-key' } })
    expect((await send([item()], { token: String(answer.json.key) })).status).toBe(200)
    expect((await ask('/v1/centres/south/key', { method: 'POST', token })).status).toBe(404)
    expect(await entries('centre-key-changed')).toMatchObject([
      { data: { centreId: 'north' }, by: { role: 'admin' } },
    ])
  })

  it('that is removed hands over nothing more, and its id is not given away again', async () => {
    const token = await hub.token('admin')
    expect((await ask('/v1/centres/north', { method: 'DELETE', token })).status).toBe(204)
    expect((await send([item()])).status).toBe(401)
    expect((await ask('/v1/centres/north', { method: 'DELETE', token })).status).toBe(404)
    expect((await register('north', 'Another')).status).toBe(409)
    expect((await ask('/v1/centres', { token })).json).toEqual({ centres: [] })
    expect(await entries('centre-removed')).toMatchObject([{ data: { centreId: 'north' } }])
  })
})

describe('Signals of a monitoring centre', () => {
  it('raise alarms, and each is told what became of it once that is durable', async () => {
    const said = {
      text: 'Hall',
      occurredAt: '2023-11-14T22:10:00+05:00',
      verification: 'https://video.example/1',
    }
    const [result] = await results([
      item({ ...said, position: { lon: 65.79, lat: 38.86 }, partition: 2, user: null }),
    ])
    const [received] = await entries('signal-received')
    const [raised] = await entries('alarm-raised')
    expect(result).toEqual({
      id: 'n-1',
      result: 'recorded',
      signalId: expect.any(String),
      alarmId: dataOf(raised).alarmId,
      seq: hub.keeper.head().seq,
    })
    expect(received).toMatchObject({
      by: { kind: 'centre', id: 'north', name: 'Northern centre' },
      cause: 'north/n-1',
      data: {
        signalId: result?.signalId,
        siteId: 'site-1',
        channel: 'http',
        source: 'north@127.0.0.1',
        account: '0001',
        table: 'cid',
        code: '130',
        qualifier: 'new',
        kind: 'burglary',
        priority: 2,
        partition: '2',
        zone: '1',
        user: null,
        occurredAt: Date.parse('2023-11-14T17:10:00Z'),
        ...{
          text: 'Hall',
          verification: 'https://video.example/1',
          position: { lon: 65.79, lat: 38.86 },
        },
        receiver: null,
        prefix: '',
        sequence: '',
      },
    })
    expect(JSON.parse(String(dataOf(received).frame))).toMatchObject({ id: 'n-1', text: 'Hall' })
  })

  it('may be restorals, SIA codes and Contact ID’s letters', async () => {
    const [alarm, restoral, fire] = await results([
      item({ code: 130, qualifier: 'E' }),
      item({ id: 'n-2', qualifier: 'R' }),
      item({
        id: 'n-3',
        account: '0002',
        table: 'sia',
        code: 'fa',
        qualifier: undefined,
        zone: 12,
      }),
    ])
    expect(restoral).toMatchObject({ result: 'recorded', alarmId: alarm?.alarmId })
    expect(fire).toMatchObject({ result: 'recorded' })
    expect(
      (await entries('alarm-raised')).map(({ data }) => (data as { kind: string }).kind),
    ).toEqual(['burglary', 'fire'])
    expect(await entries('alarm-restored')).toMatchObject([{ data: { alarmId: alarm?.alarmId } }])
  })

  it('of one account keep their order in a batch of the largest size', async () => {
    const batch = Array.from({ length: 500 }, (_, at) =>
      item({ id: `n-${at}`, account: at % 2 === 0 ? '0001' : '0002', zone: String(at + 1) }),
    )
    const sent = await results(batch)
    expect(sent.every(({ result }) => result === 'recorded')).toBe(true)
    const received = (await entries('signal-received')).map(
      ({ data }) => data as { account: string; zone: string },
    )
    for (const account of ['0001', '0002']) {
      const zones = received
        .filter((signal) => signal.account === account)
        .map(({ zone }) => Number(zone))
      expect(zones).toHaveLength(250)
      expect(zones).toEqual([...zones].sort((a, b) => a - b))
    }
    expect((await send([...batch, item()])).status).toBe(400)
  })

  it('are answered one by one: what makes no sense holds back none of the others, and is kept for people to read', async () => {
    const wrong: [unknown, string][] = [
      [item({ code: '13' }), 'code: Contact ID has three digits, e.g. 130'],
      [item({ account: 'XYZ' }), 'account: an account of 1 to 16 hexadecimal digits'],
      [item({ id: undefined }), 'id: needed, unless the batch has an Idempotency-Key'],
      [item({ id: { n: 1 } }), 'id: an id is a text or a number'],
      [item({ table: 'contact-id' }), 'table: cid or sia'],
      ['burglary', 'an item is an object'],
      [null, 'an item is an object'],
    ]
    const sent = await results([
      item({ id: 'first' }),
      ...wrong.map(([raw]) => raw),
      item({ id: 'last' }),
    ])
    expect(sent.map(({ result }) => result)).toEqual([
      'recorded',
      ...wrong.map(() => 'refused'),
      'recorded',
    ])
    expect(sent.slice(1, -1).map(({ message }) => message)).toEqual(
      wrong.map(([, message]) => expect.stringContaining(message)),
    )
    expect(await entries('signal-received')).toHaveLength(2)
    expect(await entries('signal-quarantined')).toHaveLength(wrong.length)
    expect((await entries('signal-quarantined'))[0]).toMatchObject({
      data: {
        reason: 'unreadable-data',
        channel: 'http',
        frame: expect.stringContaining('"code":"13"'),
      },
    })
  })

  it('that are refused name their account where it can be read, so that they can be attached', async () => {
    await results([
      item({ code: '13' }),
      item({ id: 'n-2', account: 'xyz' }),
      item({ id: 'n-3', account: 1 }),
    ])
    const accounts = (await entries('signal-quarantined')).map((entry) => dataOf(entry).account)
    expect(accounts).toEqual(['0001', null, '1'])
  })

  it('are taken with details that are wrong, which the answer and the alarm name', async () => {
    const [result] = await results([
      item({
        zone: 'Kitchen door',
        occurredAt: '1970-01-01T00:00:00Z',
        more: { deep: 'x'.repeat(20_000) },
      }),
    ])
    const wrongDetails = [
      { field: 'zone', why: 'not-understood', sent: 'Kitchen door' },
      { field: 'occurredAt', why: 'clock-not-set', sent: '1970-01-01T00:00:00Z' },
      { field: 'item', why: 'too-long' },
    ]
    expect(result).toMatchObject({
      result: 'recorded',
      warnings: wrongDetails.map((one) => ({
        ...one,
        message: expect.stringContaining(`${one.field}: `),
      })),
    })
    expect(await entries('signal-received')).toMatchObject([
      { data: { wrongDetails, frame: expect.stringContaining('Kitchen door') } },
    ])
    const [alarm] = [...hub.keeper.durableRoom().alarms.values()]
    expect(alarm?.signals).toMatchObject([{ wrongDetails }])
  })

  it('are taken however deep what nobody reads in them is nested', async () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`
    const text = JSON.stringify({ signals: [item({ more: 0 })] }).replace(
      '"more":0',
      `"more":${deep}`,
    )
    const answer = await fetch(`${hub.url}/v1/signals`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: text,
    })
    expect(await answer.json()).toMatchObject({ results: [{ result: 'recorded' }] })
  })

  it('of an account nobody knows wait in the quarantine, which is said', async () => {
    const [result] = await results([item({ account: 'FFFF' })])
    expect(result).toMatchObject({
      result: 'quarantined',
      error: 'unknown-account',
      seq: hub.keeper.head().seq,
    })
    expect((await results([item({ account: 'FFFF' })]))[0]).toMatchObject({ result: 'repeated' })
    expect(await entries('signal-quarantined')).toHaveLength(1)
  })
})

describe('An item’s id', () => {
  it('makes it take effect once, however often and however close together they are sent', async () => {
    const first = await Promise.all([
      results([item()]),
      results([item()]),
      results([item(), item()]),
    ])
    const all = first.flat()
    expect(all.map(({ result }) => result).sort()).toEqual([
      'recorded',
      'repeated',
      'repeated',
      'repeated',
    ])
    const recorded = all.find(({ result }) => result === 'recorded')
    const again = (await results([item()]))[0]
    for (const repeated of [...all.filter(({ result }) => result === 'repeated'), again])
      expect(repeated).toEqual({ ...recorded, result: 'repeated' })
    expect(await entries('signal-received')).toHaveLength(1)
  })

  it('is the centre’s own: two centres may use the same', async () => {
    const { json } = await register('south', 'Southern centre')
    await results([item()])
    expect((await results([item()], { token: String(json.key) }))[0]).toMatchObject({
      result: 'recorded',
    })
  })

  it('used anew for another report loses nothing, and the centre is told', async () => {
    await results([item()])
    const anew = await results([item({ account: '0002', code: '110' })])
    expect(anew).toMatchObject([{ id: 'n-1', result: 'recorded', error: 'id-reused' }])
    expect(await results([item({ account: '0002', code: '110' })])).toMatchObject([
      { result: 'repeated' },
    ])
    expect(await entries('alarm-raised')).toHaveLength(2)
  })

  it('may be left out in a batch that has a key', async () => {
    const batch = [item({ id: undefined }), item({ id: undefined, zone: '2' })]
    const headers = { 'idempotency-key': '"batch-7"' }
    expect(await results(batch, { headers })).toMatchObject([
      { id: 'batch-7:0', result: 'recorded' },
      { id: 'batch-7:1', result: 'recorded' },
    ])
    expect(await results(batch, { headers })).toMatchObject([
      { result: 'repeated' },
      { result: 'repeated' },
    ])
    expect((await send(batch, { headers: { 'idempotency-key': 'two words' } })).status).toBe(400)
  })
})

describe('The door for signals', () => {
  it('opens to keys of centres only, and says what is wrong with a request', async () => {
    for (const token of [
      undefined,
      'x'.repeat(43),
      `nbc_${'x'.repeat(43)}`,
      await hub.token('admin'),
    ])
      expect(
        await ask('/v1/signals', { ...(token && { token }), body: { signals: [item()] } }),
      ).toMatchObject({
        status: 401,
        json: { error: 'bad-key' },
      })
    expect((await ask('/v1/journal', { token: key })).status).toBe(401)
    expect(await send([])).toMatchObject({
      status: 400,
      json: { message: expect.stringContaining('signals') },
    })
    expect((await ask('/v1/signals', { token: key, body: 'x'.repeat(1_100_000) })).status).toBe(413)
    expect(await entries('signal-received', 'signal-quarantined')).toEqual([])
  })

  it('tells a centre that sends too fast when to go on', async () => {
    // Nonsense, so that it is not an account's pace that holds it back.
    const batch = Array.from({ length: 500 }, () => 'nonsense')
    for (let sent = 0; sent < 20; sent += 1) expect((await send(batch)).status).toBe(200)
    const held = await send(batch)
    expect(held).toMatchObject({ status: 429, json: { error: 'too-many-requests' } })
    hub.clock.advance(1_000 * Number(held.headers.get('retry-after')))
    expect((await send([item()])).status).toBe(200)
  })

  it('answers 503 when nothing can be stored, so that the centre sends it again', async () => {
    await hub.keeper.close()
    const answer = await send([item(), item({ id: 'n-2', code: 'nonsense' })])
    expect(answer).toMatchObject({
      status: 503,
      json: {
        error: 'not-stored',
        results: [
          { id: 'n-1', result: 'not-stored' },
          { id: 'n-2', result: 'refused' },
        ],
      },
    })
    expect(answer.headers.get('retry-after')).toBe('5')
  })

  it('is described where programs look, with examples', async () => {
    const { json } = await ask('/openapi.json')
    const { post } =
      (json.paths as Record<string, { post: Record<string, unknown> }>)['/v1/signals'] ?? {}
    const text = JSON.stringify(post)
    expect(post).toMatchObject({ security: [{ centre: [] }] })
    for (const word of [
      'idempotency-key',
      'occurredAt',
      '"enum":["cid","sia"]',
      '2024-000017',
      'quarantined',
    ])
      expect(text).toContain(word)
    expect(text).not.toContain('nbc_')
    const metrics = (await ask('/metrics')).text
    expect(metrics).toContain('# TYPE navbatchi_centre_items_total counter')
  })
})
