import { describe, expect, it } from 'vitest'
import { tableOf } from '../../shared/lang/table'
import { checkRow } from '../../shared/registry/check-row'
import { planImport } from '../../shared/registry/plan-import'
import type { Register } from '../../shared/registry/register'
import { site } from '../../shared/testing/builders'
import { roomOf } from '../../shared/testing/given'
import { inSlices } from './pause'
import { readCsv } from './read-csv'
import { readGeoJson } from './read-geojson'
import { readText } from './read-text'

const { sites, accounts } = roomOf()
const nothingKnown: Register = { sites, accounts, secretsTrouble: null }

async function plan(text: string, format: 'csv' | 'geojson', register = nothingKnown) {
  const file = await readText(Buffer.from(text))
  const { rows } = format === 'csv' ? await readCsv(file) : readGeoJson(file)
  const checked = []
  for await (const row of rows) checked.push(checkRow(row, register))
  const { changes, bad, warnings } = await inSlices(planImport(checked, register))
  return {
    sites: changes.map(({ site }) => site),
    bad: bad.map(({ text: reason }) => reason),
    warnings: warnings.map(({ account, text: note }) => `${account}: ${note}`),
  }
}

const head = 'account;name;category;lat;lon'
const row = (account: string) => `${account};A;residential;38.86;65.79`
const point = '{"type":"Point","coordinates":[65.79,38.86]}'
const feature = (account: string, geometry = point) =>
  `{"type":"Feature","properties":{"account":${account},"name":"A","category":"residential"},"geometry":${geometry}}`
const collection = (features: string, crs?: string) =>
  `{"type":"FeatureCollection",${crs === undefined ? '' : `"crs":${crs},`}"features":[${features}]}`
const accountsOf = async (text: string, format: 'csv' | 'geojson') =>
  (await plan(text, format)).sites.map(({ account }) => account)

describe('A table of a spreadsheet', () => {
  it('whose rows leave out their last cells says nothing of those', async () => {
    const { sites: read, bad } = await plan(
      `${head};town;hazards\n${row('C1')};Karshi\n${row('C2')}\n`,
      'csv',
    )
    expect([read.map(({ town }) => town), bad]).toEqual([['Karshi', ''], []])
  })
  it('that ends in the middle of a row is not read there', async () =>
    expect((await plan(`${head};town\n${row('C1')};X\nC2;A;residential;38.8`, 'csv')).bad).toEqual([
      'it has 4 cells and the first line 6; the file ends in the middle of it',
    ]))
  it('that keeps zeros by ="0042" is read', async () =>
    expect(await accountsOf(`${head}\n${row('"=""0042"""')}\n${row('="0043"')}\n`, 'csv')).toEqual([
      '0042',
      '0043',
    ]))
  it('that lost the zeros of one account is warned of, in whatever order', async () => {
    for (const lines of [
      [row('0421'), row('421')],
      [row('421'), row('0421')],
    ])
      expect((await plan([head, ...lines, ''].join('\n'), 'csv')).warnings).toEqual([
        '421: account 421 is new, and 0421 stands in this file too: has a spreadsheet dropped zeros?',
      ])
  })
  it('that lost the zeros of a further account is warned of as well', async () =>
    expect(
      (await plan(`${head};further_accounts\n${row('0081')};\n${row('9081')};81\n`, 'csv'))
        .warnings,
    ).toEqual([
      '9081: account 81 is new, and 0081 stands in this file too: has a spreadsheet dropped zeros?',
    ]))
})

describe('The distance from UTC in a register', () => {
  const offsetOf = async (cell: string) => {
    const { sites: read, bad } = await plan(
      `${head};schedule;schedule_utc_offset\n${row('C1')};mon-fri 09:00-18:00;${cell}\n`,
      'csv',
    )
    return read[0]?.schedule?.utcOffset ?? bad[0]
  }
  it.each([
    ['300', 300],
    ['+5', 300],
    ['UTC+5', 300],
    ['+05:30', 330],
    ['-3', -180],
    ['0', 0],
    ['+345', 345],
  ])('%s is understood', async (cell, minutes) => expect(await offsetOf(cell)).toBe(minutes))
  it.each(['5', '7', '15', '301', '+15', '900', 'five'])(
    '%s is refused with the way to write it',
    async (cell) => expect(await offsetOf(cell)).toContain('write it in minutes, 300 for UTC+5'),
  )
})

describe('A GeoJSON file of the field', () => {
  it.each(['9876543210987655', '1e3', '42.0', '-0', '4.5'])(
    'never alters an account: %s',
    async (account) =>
      expect((await plan(collection(feature(account)), 'geojson')).bad).toEqual([
        'account: a number like this is not read exactly; write it as text, in quotation marks',
      ]),
  )
  it('is read where an account is a plain number', async () =>
    expect(await accountsOf(collection(feature('6001')), 'geojson')).toEqual(['6001']))
  it('is read where a place is a MultiPoint of one', async () => {
    expect(
      await accountsOf(
        collection(feature('"A1"', '{"type":"MultiPoint","coordinates":[[65.79,38.86]]}')),
        'geojson',
      ),
    ).toEqual(['A1'])
    const two = '{"type":"MultiPoint","coordinates":[[65.79,38.86],[1,2]]}'
    expect((await plan(collection(feature('"A1"', two)), 'geojson')).bad).toEqual([
      'its geometry is not a Point; a site stands at one',
    ])
  })
  it.each([
    '{"type":"EPSG","properties":{"code":"4326"}}',
    '{"type":"EPSG","properties":{"code":4326}}',
    '{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}}',
    '{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4326"}}',
    '{"type":"name","properties":{"name":"EPSG::4326"}}',
    '{"type":"name","properties":{"name":"http://www.opengis.net/def/crs/EPSG/0/4326"}}',
    '{"type":"link","properties":{"href":"http://spatialreference.org/ref/epsg/4326/proj4/","type":"proj4"}}',
    'null',
  ])('is read in WGS 84 by whatever name: %s', async (crs) =>
    expect(await accountsOf(collection(feature('"A1"'), crs), 'geojson')).toEqual(['A1']),
  )
  it.each([
    '{"type":"EPSG","properties":{"code":"28412"}}',
    '{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::32642"}}',
    '{"type":"link","properties":{"href":"http://example.org/crs/42"}}',
    '{"type":"odd"}',
  ])('in another system is refused by the system: %s', async (crs) =>
    expect(plan(collection(feature('"A1"'), crs), 'geojson')).rejects.toThrow(
      /coordinates are in .*WGS 84/,
    ),
  )
})

describe('The id another program numbers by', () => {
  const withId = (id: string, account: string) =>
    feature(`"${account}"`).replace('"properties":{', `"properties":{"id":${id},`)
  const known = (...list: readonly [id: string, account: string][]): Register => ({
    sites: tableOf(
      list.map(([id, account]) => site(id, { account, name: id })),
      ({ id }) => id,
    ),
    accounts: tableOf(list, ([, account]) => account).map(([id]) => id),
    secretsTrouble: null,
  })
  const planned = async (features: readonly string[], now: Register) =>
    plan(collection(features.join(',')), 'geojson', now)
  const places = (read: Awaited<ReturnType<typeof plan>>) =>
    read.sites.map(({ id, account }) => `${id} ${account}`)

  it('names no new site, whatever it looks like, and is told of once', async () => {
    const ids = ['1', '2', '"node/123"', '9876543210987655', '{"a":1}', '"way/5 (old)"', 'null']
    const read = await planned(
      ids.map((id, at) => withId(id, `620${at}`)),
      known(),
    )
    expect([places(read), read.bad]).toEqual([ids.map((_, at) => `site-620${at} 620${at}`), []])
    expect(read.warnings).toEqual([
      '6200: id: "1" is not the id of this site in the register; 4 rows were taken by the account. A site\'s own id stands in the column site_id',
    ])
  })
  it('moves no history when the file is numbered anew', async () => {
    const now = known(['1', '6201'], ['2', '6202'])
    const read = await planned([withId('2', '6201'), withId('1', '6202')], now)
    expect([places(read), read.bad, read.warnings.length]).toEqual([['1 6201', '2 6202'], [], 1])
  })
  it('that is the id of a site here is refused with another account, with the way to mean it', async () => {
    const read = await planned([withId('"1"', '6209')], known(['1', '6201']))
    expect(read.bad).toEqual([
      'id: 1 is the site "1" (account 6201); to give it account 6209, write its id in a column site_id; for a new site, leave the id out',
    ])
  })
  it("is the product's own in an earlier export, whose site has that account", async () => {
    const read = await planned(
      [withId('"abc"', '6201'), withId('"site-6202"', '6202')],
      known(['abc', '6201']),
    )
    expect([places(read), read.bad, read.warnings]).toEqual([
      ['abc 6201', 'site-6202 6202'],
      [],
      [],
    ])
  })
  it('does not count beside a site_id, which moves a site to another account and says so', async () => {
    const moved = feature('"6209"').replace(
      '"properties":{',
      '"properties":{"id":77,"site_id":"1",',
    )
    const read = await planned([moved], known(['1', '6201']))
    expect([places(read), read.warnings]).toEqual([
      ['1 6209'],
      ['6209: site_id: "1" (account 6201) goes to account 6209, and its history with it'],
    ])
  })
})

describe('A name in a register', () => {
  it('is taken without what turns the direction of writing, with a warning', async () => {
    const read = await plan(
      `${head}\nA103;Склад \u202etxt.exe\u202c;residential;38.86;65.79\n`,
      'csv',
    )
    expect([read.sites[0]?.name, read.warnings]).toEqual([
      'Склад txt.exe',
      ['A103: name: what cannot be seen was left out (U+202E, U+202C)'],
    ])
  })
  it('of nothing that can be seen is refused', async () =>
    expect((await plan(`${head}\nA103;\u200b\u3164;residential;38.86;65.79\n`, 'csv')).bad).toEqual(
      ['name: must not be empty'],
    ))
})

describe('A register that is no UTF-8', () => {
  const header = 'account;name;category;lat;lon;town'
  it('is read as CP866, the export of a program for DOS, and the report says so', async () => {
    const bytes = Buffer.from(
      '433230313b8ca0a3a0a7a8ad202282a5e1ada0223b7265736964656e7469616c3b33382c383631323b36352c373930343b8aa0e0e8a80a',
      'hex',
    )
    const text = await readText(Buffer.concat([Buffer.from(`${header}\n`), bytes]))
    expect(text.encoding).toBe('cp866')
    let read = ''
    for await (const piece of text.pieces()) read += piece
    expect(read).toContain('Магазин "Весна"')
    expect(read).toContain('Карши')
  })
  it('is read as whoever sends it says', async () => {
    const text = await readText(
      Buffer.concat([Buffer.from('account;name\nA1;'), Buffer.from([0xe0, 0xe1])]),
      'koi8-r',
    )
    expect([text.encoding, text.orElse]).toEqual(['koi8-r', null])
  })
})

describe('A sequence of features', () => {
  const feature = (account: string) =>
    `{"type":"Feature","properties":{"account":"${account}"},"geometry":{"type":"Point","coordinates":[65.79,38.86]}}\n`
  it.each([
    ['with record separators', `\u001e${feature('6105')}\u001e${feature('6106')}`],
    ['a line each', feature('6105') + feature('6106')],
    [
      'longer than what may stand beside features',
      Array.from({ length: 8_000 }, () => feature('6105')).join(''),
    ],
  ])('is refused by its name, %s, with what to do', async (_, text) => {
    const read = async () => {
      for await (const _row of readGeoJson(await readText(Buffer.from(text))).rows);
    }
    await expect(read()).rejects.toThrow(
      /sequence of GeoJSON features.*save it as one FeatureCollection/,
    )
  })
})
