import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ImportReport } from '../../shared/registry/import-report'
import { type Doors, openDoors } from '../feed/testing/doors'

let hub: Doors
beforeEach(async () => {
  hub = await openDoors({ env: { NAVBATCHI_SECRETS_KEY: '00'.repeat(32) } })
})
afterEach(() => hub.close())

const csvType = 'text/csv; charset=utf-8'
interface Send {
  readonly query?: string
  readonly type?: string
  readonly token?: string
}
async function importFile(
  file: string | Uint8Array,
  { query = '', type = csvType, token }: Send = {},
) {
  const answer = await fetch(`${hub.url}/v1/sites/import${query}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token ?? (await hub.token('supervisor'))}`,
      'content-type': type,
    },
    body: file,
  })
  return {
    status: answer.status,
    json: (await answer.json()) as ImportReport & { error?: string; message?: string },
  }
}
async function exportAs(query: string): Promise<{ text: string; type: string | null }> {
  const token = await hub.token('officer')
  const answer = await fetch(`${hub.url}/v1/sites/export${query}`, {
    headers: { authorization: `Bearer ${token}` },
  })
  return { text: await answer.text(), type: answer.headers.get('content-type') }
}
const table = (...lines: string[]) => lines.join('\n')
const heading = 'account,name,category,lat,lon,contacts,duress_words'
const mill = 'A001,Mill,national-economic,38.86,65.79,Guard post | Day shift | +998 00 000 00 00,'
const registrations = async () =>
  (await hub.keeper.read(0, 10_000)).filter(({ type }) => type === 'sites-registered')

describe('importing sites', () => {
  it('registers what is new or changed in the name of who sent it, and leaves the rest alone', async () => {
    const before = (await registrations()).length
    const file = table(heading, mill, '0001,Site one,categorised,38.86,65.79,,', '')
    const { status, json } = await importFile(file)
    expect({ status, ...json }).toEqual({
      status: 200,
      dryRun: false,
      recorded: 2,
      counts: { new: 1, changed: 1, unchanged: 0, bad: 0 },
      bad: [],
      warnings: [],
      unknownColumns: [],
      read: { format: 'csv', encoding: 'utf-8', separator: 'comma' },
    })
    const [entry] = (await registrations()).slice(before)
    expect(entry?.by).toMatchObject({ kind: 'officer', role: 'supervisor' })
    const room = hub.keeper.room()
    expect(room.sites.get(room.accounts.get('A001') ?? '')).toMatchObject({
      id: 'site-A001',
      name: 'Mill',
    })
    expect(room.sites.get('site-1')).toMatchObject({
      name: 'Site one',
      address: 'Test street 1',
      contacts: [],
    })
    expect((await importFile(file)).json.counts).toEqual({
      new: 0,
      changed: 0,
      unchanged: 2,
      bad: 0,
    })
    expect(await registrations()).toHaveLength(before + 1)
  })

  it('reports every bad row by line and reason, and records nothing then unless told to', async () => {
    const file = table(
      `${heading},colour`,
      `${mill},red`,
      'A002,Bank,bank,38.86,65.79,,,red',
      'A003,"a\nb",residential,x,65.79,,,',
      'A001,x,residential,38,65,,,',
    )
    const before = (await registrations()).length
    const bad = [
      {
        line: 3,
        account: 'A002',
        reason: expect.stringContaining('category: "bank" is not known'),
      },
      { line: 4, account: 'A003', reason: 'lat: "x" is not a number of degrees like 38.8606' },
      { line: 6, account: 'A001', reason: 'account A001 stands in line 2 already' },
    ]
    const dryRun = await importFile(file, { query: '?dryRun=true' })
    const expected = {
      recorded: 0,
      bad,
      unknownColumns: ['colour'],
      counts: { new: 1, changed: 0, unchanged: 0, bad: 3 },
    }
    expect(dryRun).toMatchObject({ status: 200, json: { dryRun: true, ...expected } })
    expect(await importFile(file)).toMatchObject({
      status: 422,
      json: { error: 'bad-rows', message: '3 rows are bad; nothing was recorded', ...expected },
    })
    expect(await registrations()).toHaveLength(before)
    expect(await importFile(file, { query: '?skipBad=true' })).toMatchObject({
      status: 200,
      json: { ...expected, recorded: 1 },
    })
    expect(hub.keeper.room().accounts.get('A001')).toBe('site-A001')
  })

  it('reads GeoJSON by either of its names', async () => {
    const geometry = { type: 'Point', coordinates: [65.79, 38.86] }
    const feature = {
      type: 'Feature',
      geometry,
      properties: { account: 'B001', name: 'Mill', category: 'residential' },
    }
    const polygon = {
      type: 'Feature',
      geometry: { type: 'Polygon', coordinates: [] },
      properties: { account: 'B002' },
    }
    const file = JSON.stringify(
      { type: 'FeatureCollection', features: [feature, polygon] },
      null,
      2,
    )
    for (const type of ['application/geo+json', 'application/json']) {
      const { json } = await importFile(file, { type, query: '?dryRun=true' })
      expect(json.counts).toEqual({ new: 1, changed: 0, unchanged: 0, bad: 1 })
      expect(json.bad).toEqual([
        {
          line: 19,
          feature: 2,
          account: null,
          reason: 'its geometry is not a Point; a site stands at one',
        },
      ])
    }
  })

  it('reads the Windows-1251 of a Russian spreadsheet, and says so', async () => {
    const file = Buffer.concat([
      Buffer.from('account;name\r\n0001;'),
      Buffer.from([0xc1, 0xe0, 0xed, 0xea]),
    ])
    const { json } = await importFile(file)
    expect(json).toMatchObject({
      recorded: 1,
      read: { encoding: 'windows-1251', separator: 'semicolon' },
    })
    expect(hub.keeper.room().sites.get('site-1')?.name).toBe('Банк')
  })
})

describe('an import', () => {
  it('is for supervisors and administrators, before a byte of the file is read', async () => {
    for (const role of ['officer', 'trainer'] as const)
      expect(await importFile('x', { token: await hub.token(role) })).toMatchObject({
        status: 403,
        json: { error: 'not-your-role' },
      })
    expect(await importFile('x', { token: 'x'.repeat(43), type: 'image/png' })).toMatchObject({
      status: 401,
    })
    expect(await importFile(heading, { token: await hub.token('admin') })).toMatchObject({
      status: 200,
    })
  })

  it('refuses in a sentence what it cannot read', async () => {
    const cases: [string | Uint8Array, Send, number, string][] = [
      ['', {}, 400, 'The file is empty'],
      ['name\nBank', {}, 400, 'There is no column "account"'],
      ['PK\x03\x04', {}, 400, 'This is a workbook'],
      [
        '{"type":"Feature"}',
        { type: 'application/geo+json' },
        400,
        'This is not a GeoJSON FeatureCollection',
      ],
      ['account', { type: 'image/png' }, 415, 'text/csv or application/geo+json'],
      [new Uint8Array(33 * 1024 * 1024), {}, 413, 'The file is larger than 32 MB'],
      ['account', { query: '?dryRun=maybe' }, 400, 'dryRun'],
      [
        `account\n${'A\n'.repeat(100_001)}`,
        {},
        400,
        'The file has more than 100,000 rows; divide it',
      ],
    ]
    for (const [file, send, status, message] of cases) {
      const answer = await importFile(file, send)
      expect(answer).toMatchObject({ status, json: { message: expect.stringContaining(message) } })
      expect(Object.keys(answer.json).sort()).toEqual(['error', 'message'])
    }
  })

  it('takes one file at a time, and does not keep alarms waiting', async () => {
    const rows = Array.from({ length: 5_000 }, (_, at) => {
      const account = (0xa0000 + at).toString(16)
      return `${account},Site ${account},residential,38.86,65.79,,`
    })
    let ended = false
    const long = importFile(table(heading, ...rows)).finally(() => {
      ended = true
    })
    let raised = 0
    let refused = 0
    while (!ended) {
      await hub.raise(1)
      raised += 1
      if (raised % 10 === 5 && (await importFile(table(heading, mill))).status === 409) refused += 1
    }
    expect((await long).json.recorded).toBe(5_000)
    expect(raised).toBeGreaterThan(20)
    expect(refused).toBeGreaterThan(0)
  })
})

describe('duress words of an import', () => {
  it('go to the vault and nowhere else', async () => {
    const { json, status } = await importFile(table(heading, `${mill}1=Chrysanthemum`))
    expect({ status, recorded: json.recorded }).toEqual({ status: 200, recorded: 1 })
    expect([...hub.secrets.duressWords.get('site-A001')]).toEqual([['Day shift', 'Chrysanthemum']])
    const { text } = await exportAs('?format=csv')
    expect(text).toContain('1=*')
    const told = [
      JSON.stringify(json),
      JSON.stringify(await hub.keeper.read(0, 10_000)),
      text,
      hub.logged(),
    ]
    for (const place of told) expect(place).not.toContain('Chrysanthemum')
    expect((await importFile(text)).json.counts).toMatchObject({ changed: 0, bad: 0 })
    expect(hub.secrets.duressWords.get('site-A001').size).toBe(1)
    await importFile(table(heading, mill))
    expect(hub.secrets.duressWords.get('site-A001').size).toBe(0)
  })

  it('make their rows bad while there is no key to keep them with', async () => {
    await hub.close()
    hub = await openDoors()
    const { json } = await importFile(table(heading, `${mill}1=Chrysanthemum`))
    expect(json.bad.map(({ line, reason }) => [line, reason])).toEqual([
      [2, expect.stringContaining('NAVBATCHI_SECRETS_KEY')],
    ])
    expect(JSON.stringify(json)).not.toContain('Chrysanthemum')
  })
})

describe('exporting sites', () => {
  it('gives what an import leaves unchanged, in either format', async () => {
    const csv = await exportAs('')
    expect(csv.type).toBe('text/csv; charset=utf-8')
    expect((await importFile(csv.text)).json.counts).toEqual({
      new: 0,
      changed: 0,
      unchanged: 2,
      bad: 0,
    })
    const semicolons = await exportAs('?separator=semicolon')
    expect((await importFile(semicolons.text)).json.counts.unchanged).toBe(2)
    const geoJson = await exportAs('?format=geojson')
    expect(geoJson.type).toBe('application/geo+json')
    expect(JSON.parse(geoJson.text).features).toHaveLength(2)
    const again = await importFile(geoJson.text, { type: 'application/geo+json' })
    expect(again.json.counts).toEqual({ new: 0, changed: 0, unchanged: 2, bad: 0 })
  })

  it('is for people who are signed in', async () => {
    expect((await fetch(`${hub.url}/v1/sites/export`)).status).toBe(401)
    const fleet = { authorization: `Bearer ${await hub.fleetToken()}` }
    expect((await fetch(`${hub.url}/v1/sites/export`, { headers: fleet })).status).toBe(403)
  })

  it('is described with the import in OpenAPI', async () => {
    const { paths } = (await (await fetch(`${hub.url}/openapi.json`)).json()) as {
      paths: Record<
        string,
        Record<string, { requestBody?: { content: object }; responses: Record<string, unknown> }>
      >
    }
    const { post } = paths['/v1/sites/import'] ?? {}
    expect(Object.keys(post?.requestBody?.content ?? {})).toEqual([
      'text/csv',
      'application/geo+json',
      'application/json',
    ])
    expect(Object.keys(post?.responses ?? {})).toContain('422')
    expect(paths['/v1/sites/export']?.get).toBeDefined()
  })
})

describe('Uploads of registers', () => {
  it('are two at once, so that they cannot fill the memory; a third is told so before it is read', async () => {
    const token = await hub.token('supervisor')
    const head = `POST /v1/sites/import HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${token}\r\nContent-Type: text/csv\r\nContent-Length: 1000\r\n\r\n`
    const slow = await Promise.all(
      [1, 2].map(async () => {
        const socket = connect(Number(new URL(hub.url).port), '127.0.0.1').on('error', () => {})
        await once(socket, 'connect')
        socket.write(`${head}account`)
        return socket
      }),
    )
    const third = () => importFile('account\n', { query: '?dryRun=true', token })
    await expect.poll(third).toMatchObject({ status: 409, json: { error: 'import-under-way' } })
    for (const socket of slow) socket.destroy()
    await expect.poll(third).toMatchObject({ status: 200 })
  })
})
