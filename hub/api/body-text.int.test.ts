import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { upcast } from '../../shared/room/events'
import { type CodePage, codePages } from '../../shared/text/code-pages'
import { type Doors, openDoors } from '../feed/testing/doors'

let hub: Doors
let centreKey: string
let admin: string
beforeEach(async () => {
  hub = await openDoors()
  admin = await hub.token('admin')
  const answer = await post('/v1/centres', admin, JSON.stringify({ id: 'north', name: 'North' }))
  centreKey = answer.json.key as string
})
afterEach(() => hub.close())

async function post(path: string, token: string, body: string | Uint8Array, charset = '') {
  const answer = await fetch(`${hub.url}${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': `application/json${charset && `; charset=${charset}`}`,
    },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  })
  return { status: answer.status, json: (await answer.json()) as Record<string, unknown> }
}
const report = (text: string) =>
  JSON.stringify({
    signals: [
      { id: 'n-1', account: '0001', table: 'cid', code: '130', qualifier: 'new', zone: '1', text },
    ],
  })
const inPage = (text: string, page: CodePage) =>
  Buffer.from(
    text.replace(/[^\0-\x7f]/g, (sign) =>
      String.fromCharCode(0x80 + codePages[page].indexOf(sign)),
    ),
    'latin1',
  )
/** The text of the one signal that was taken. */
const taken = async () =>
  (await hub.keeper.read(0, 1_000))
    .map(upcast)
    .flatMap((entry) => (entry.type === 'signal-received' ? [entry.data.text] : []))

describe('A report of alarms that is not UTF-8', () => {
  it('is read in the encoding its Content-Type names, by whatever name', async () => {
    for (const [charset, page] of [
      ['windows-1251', 'windows-1251'],
      ['"CP1251"', 'windows-1251'],
      ['IBM866', 'cp866'],
      ['koi8-r', 'koi8-r'],
    ] as const) {
      await hub.close()
      hub = await openDoors()
      admin = await hub.token('admin')
      const body = JSON.stringify({ id: 'north', name: 'North' })
      const { json } = await post('/v1/centres', admin, body)
      const bytes = inPage(report('Склад'), page)
      const answer = await post('/v1/signals', json.key as string, bytes, charset)
      expect(answer).toMatchObject({ status: 200, json: { results: [{ result: 'recorded' }] } })
      expect(answer.json.warning).toBeUndefined()
      expect(await taken()).toEqual(['Склад'])
    }
  })

  it('is taken all the same without a name, and its sender is told what it was read as', async () => {
    const answer = await post(
      '/v1/signals',
      centreKey,
      inPage(report('Касса, зал'), 'windows-1251'),
    )
    expect(answer).toMatchObject({ status: 200, json: { results: [{ result: 'recorded' }] } })
    expect(answer.json.warning).toMatch(/not UTF-8; it was read as windows-1251.*charset=/)
    expect(await taken()).toEqual(['Касса, зал'])
  })

  it('but for a character cut in half has the rest of its text', async () => {
    const whole = Buffer.from(report('Склад XY'))
    const at = whole.indexOf('XY')
    const bytes = Buffer.concat([
      whole.subarray(0, at),
      Buffer.from([0xd0]),
      whole.subarray(at + 2),
    ])
    expect(await post('/v1/signals', centreKey, bytes)).toMatchObject({ status: 200 })
    expect(await taken()).toEqual(['Склад'])
  })

  it('though it says so is read by what it is', async () => {
    const bytes = inPage(report('Склад'), 'windows-1251')
    const answer = await post('/v1/signals', centreKey, bytes, 'utf-8')
    expect(answer.json.warning).toContain('windows-1251')
    expect(await taken()).toEqual(['Склад'])
  })
})

describe('A report of alarms in UTF-8', () => {
  it('is read so under any name of an encoding, also with a mark in front', async () => {
    const answer = await post('/v1/signals', centreKey, `\ufeff${report('Склад')}`, 'us-ascii')
    expect(answer).toMatchObject({ status: 200 })
    expect(answer.json.warning).toBeUndefined()
    expect(await taken()).toEqual(['Склад'])
  })
})

describe('A body of anything else', () => {
  const centre = (id: string) => JSON.stringify({ id, name: 'Север' })

  it('that is not UTF-8 is refused in words, and nothing of it recorded', async () => {
    const answer = await post('/v1/centres', admin, inPage(centre('two'), 'windows-1251'))
    expect(answer).toMatchObject({ status: 400, json: { error: 'bad-encoding' } })
    expect(answer.json.message).toMatch(/not UTF-8\. Send UTF-8, or name the encoding/)
    expect(await post('/v1/centres', admin, centre('two'))).toMatchObject({ status: 201 })
  })

  it('is read in the encoding it names', async () => {
    const bytes = inPage(centre('two'), 'cp866')
    expect(await post('/v1/centres', admin, bytes, 'cp866')).toMatchObject({
      status: 201,
      json: { name: 'Север' },
    })
  })
})
