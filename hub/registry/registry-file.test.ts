import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { tableOf } from '../../shared/lang/table'
import { cellsOf } from '../../shared/registry/site-cells'
import type { SourceRow } from '../../shared/registry/source-row'
import { emptyRoom } from '../../shared/room/empty-room'
import type { Site } from '../../shared/sites/site'
import { anySites } from '../../shared/testing/any-site'
import { sitesAsCsv, sitesAsGeoJson } from './export-sites'
import { readCsv, type Separator, separators } from './read-csv'
import { readGeoJson } from './read-geojson'
import { encodingCalled, readText } from './read-text'
import type { RegisterFile } from './register-file'

/** ms; on a busy machine hundreds of files take their time. */
vi.setConfig({ testTimeout: 60_000 })

const csv = async (bytes: Buffer | string) => readCsv(await readText(Buffer.from(bytes as string)))
const geoJson = async (value: unknown) =>
  readGeoJson(
    await readText(Buffer.from(typeof value === 'string' ? value : JSON.stringify(value))),
  )

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = []
  for await (const item of items) list.push(item)
  return list
}
/** `line: column=text …`, or `line: why it is unread`. */
const said = (row: SourceRow) =>
  `${row.line}: ${'cells' in row ? [...row.cells].map(([column, text]) => `${column}=${text}`).join(' ') : row.unread}`
const rowsOf = async (file: RegisterFile) => (await all(file.rows)).map(said)

describe('a table', () => {
  it('is read with any of three separators, whatever ends its lines', async () => {
    for (const [name, separator] of Object.entries(separators)) {
      for (const end of ['\n', '\r\n', '\r']) {
        const file = await csv(
          ['account,name', '1A,Bank', '1B,Shop', ''].join(end).replaceAll(',', separator),
        )
        expect(file.read).toEqual({ format: 'csv', encoding: 'utf-8', separator: name })
        expect(await rowsOf(file)).toEqual(['2: account=1A name=Bank', '3: account=1B name=Shop'])
      }
    }
  })

  it('is counted in lines of the file: empty ones, and those inside quotation marks', async () => {
    const file = await csv(
      '\n\naccount,name,colour\r\n1A,"Bank\r\nnew wing",red\n\n , ,\n1B,"Shop",\n1C,x,y\n',
    )
    expect([...file.unknown]).toEqual(['colour'])
    expect(await rowsOf(file)).toEqual([
      '4: account=1A name=Bank\r\nnew wing',
      '8: account=1B name=Shop',
      '9: account=1C name=x',
    ])
  })

  it('has its rows where an editor shows them, whatever is in them', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', ' ', '"', ',', '\n', '\r\n', 'я'),
      maxLength: 8,
    })
    const lineEnd = fc.constantFrom('\n', '\r\n')
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, lineEnd, lineEnd)), async (given) => {
        const expected: number[] = []
        let text = 'account,name\n'
        for (const [name, end, empty] of given) {
          expected.push(text.split('\n').length)
          text += `1A,"${name.replaceAll('"', '""')}"${end}${empty}`
        }
        expect((await all((await csv(text)).rows)).map(({ line }) => line)).toEqual(expected)
      }),
    )
  })

  it('may begin with a byte order mark, and with the hint spreadsheets leave for themselves', async () => {
    expect(await rowsOf(await csv('\ufeffsep=;\naccount;name\n1A;Bank'))).toEqual([
      '3: account=1A name=Bank',
    ])
  })

  it('may hold quotation marks as people type them', async () => {
    expect(
      await rowsOf(
        await csv('account,name,town\n1A,OOO "Navruz",x\n1B, "Navruz" bozor,y\n1C, "a, b",z'),
      ),
    ).toEqual([
      '2: account=1A name=OOO "Navruz" town=x',
      '3: account=1B name="Navruz" bozor town=y',
      '4: account=1C name=a, b town=z',
    ])
  })

  it('is told by line where a row has too many cells or has swallowed others, or a quotation mark stays open', async () => {
    const file = await csv(
      'account,name\n1A\n1B,Shop,more\n1C,Mill,,\n1D,"a\nb\n1E,c",d,e\n1F,"open\n1G,Bank',
    )
    expect(await rowsOf(file)).toEqual([
      '2: account=1A',
      '3: it has 3 cells and the first line 2',
      '4: account=1C name=Mill',
      '5: it has 4 cells and the first line 2; it reaches to line 7: does a quotation mark stay open?',
      '8: a quotation mark stays open; nothing from here on could be read',
    ])
    const endless = await csv(`account,name\n1A,Bank\n1B,"${'x\n'.repeat(400_000)}`)
    expect(await rowsOf(endless)).toEqual([
      '2: account=1A name=Bank',
      '3: the row has no end; nothing from here on could be read',
    ])
  })

  it('has no row of nothing but separators without end, nor empty rows without number', async () => {
    expect(await rowsOf(await csv(`account,name\n1A,Bank\n${','.repeat(2_000_000)}`))).toEqual([
      '2: account=1A name=Bank',
      '3: the row has no end; nothing from here on could be read',
    ])
    await expect(csv(','.repeat(2_000_000))).rejects.toThrow('The first line cannot be read')
    await expect(csv(`account\n${'\n'.repeat(150_000)}1A`).then(rowsOf)).rejects.toThrow(
      'empty rows',
    )
    await expect(csv('\n'.repeat(150_000))).rejects.toThrow('empty rows')
  })

  it('cannot be read without columns', async () => {
    await expect(csv('')).rejects.toThrow('The file is empty')
    await expect(csv('\n \n')).rejects.toThrow('The file is empty')
    await expect(csv('name,town\nBank,Qarshi')).rejects.toThrow('There is no column "account"')
    await expect(csv('"account,name\n1A,Bank')).rejects.toThrow('a quotation mark stays open')
  })

  it('never makes the reader fail otherwise, whatever is in it', async () => {
    const nasty = fc.string({
      unit: fc.constantFrom('"', ',', ';', '\n', '\r', ' ', 'account', 'x', '\\', 'я'),
    })
    await fc.assert(
      fc.asyncProperty(nasty, async (text) => {
        for (const row of await all((await csv(`account,name\n${text}`)).rows))
          expect(row.line).toBeGreaterThan(1)
      }),
    )
  })
})

describe('the encoding of a file', () => {
  const text = 'account;name\n1A;Ўзбекистон'
  it('is UTF-8, or UTF-16 as spreadsheets write it', async () => {
    const utf16 = await csv(
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]),
    )
    expect(utf16.read.encoding).toBe('utf-16le')
    expect(await rowsOf(utf16)).toEqual(['2: account=1A name=Ўзбекистон'])
  })
  it('is Windows-1251 when it is not UTF-8: what a Russian Excel calls CSV', async () => {
    const banks = Buffer.concat([
      Buffer.from('account;name\r\n1A;'),
      Buffer.from([0xc1, 0xe0, 0xed, 0xea]),
      Buffer.from('\r\n'),
    ])
    const file = await csv(banks)
    expect(file.read).toEqual({ format: 'csv', encoding: 'windows-1251', separator: 'semicolon' })
    expect(await rowsOf(file)).toEqual(['2: account=1A name=Банк'])
  })
  it('goes by any of its names, in any case', () => {
    const names = {
      'windows-1251': ['Windows-1251', 'win1251', 'CP1251', 'x-cp1251', 'cp_1251', '1251', 'ANSI'],
      'windows-1252': ['latin1', 'Latin-1', 'ISO-8859-1', 'windows1252', 'cp1252'],
      cp866: ['CP866', 'ibm866', 'IBM-866', 'cp-866', 'DOS', '866'],
      'koi8-r': ['KOI8-R', 'koi8r', 'koi8'],
      'mac-cyrillic': ['MacCyrillic', 'x-mac-cyrillic', 'maccyrillic'],
      'iso-8859-5': ['ISO_8859-5', 'iso8859-5', 'iso88595'],
      'utf-8': ['UTF8', 'utf-8', 'utf-8-sig', '65001'],
      'utf-16le': ['UTF-16', 'unicode', 'utf16le'],
    }
    for (const [encoding, others] of Object.entries(names))
      for (const name of others) expect([name, encodingCalled(name)]).toEqual([name, encoding])
  })
  it('is refused by a name nobody knows, with the names that are known', () =>
    expect(() => encodingCalled('koi9\u202e')).toThrow(
      'No encoding is known as "koi9"; known are utf-8, utf-16le, windows-1251, windows-1252, cp866, koi8-r, mac-cyrillic, iso-8859-5, and other names of these',
    ))
  it('is warned of where the texts read badly in it, found or named', async () => {
    const cp855 = Buffer.concat([
      Buffer.from('account;name\r\n1A;'),
      Buffer.from([0xe4, 0xd0, 0xd2, 0xea, 0xeb, 0xd0, 0xb7, 0xd4]),
      Buffer.from('\r\n'),
    ])
    const { read } = await csv(cp855)
    expect(read).toMatchObject({
      warning: expect.stringMatching(/^The texts read badly as .*encoding=/),
    })
    const named = await readText(cp855, 'windows-1251')
    expect(named.warning).toContain('windows-1251')
    const banks = Buffer.from([...Buffer.from('name\n'), 0xc1, 0xe0, 0xed, 0xea])
    expect((await readText(banks)).warning).toBeNull()
    expect((await readText(banks, 'cp866')).warning).not.toBeNull()
  })
  it('is refused when it is UTF-8 with broken characters', async () => {
    const bytes = Buffer.from(`${text}\n1B;Тошкент`)
    await expect(csv(bytes.subarray(0, -1))).rejects.toThrow(
      'The file is UTF-8 with broken characters, the first in line 3; save it anew',
    )
  })
  it('is not that of a workbook or another binary file', async () => {
    await expect(csv(Buffer.from('PK\x03\x04rest'))).rejects.toThrow('This is a workbook')
    await expect(csv(Buffer.from('account\0name'))).rejects.toThrow('This is not a text file')
  })
})

const point = (properties: unknown, coordinates: unknown = [65.79, 38.86]) => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates },
  properties,
})

describe('a FeatureCollection', () => {
  it('is read feature by feature, each with its line', async () => {
    const text = `{\n"type":"FeatureCollection", "name": "features",\n"features":[\n${JSON.stringify(point({ account: '1A', colour: 1 }))},\n${JSON.stringify(point({ Account: 12, name: null }), null, 1)}\n]}`
    const file = await geoJson(text)
    expect((await all(file.rows)).map((row) => [row.feature, said(row)])).toEqual([
      [1, '4: account=1A lon=65.79 lat=38.86'],
      [2, '5: account=12 name= lon=65.79 lat=38.86'],
    ])
    expect([...file.unknown]).toEqual(['colour'])
  })
  it('tells of each feature that is no site', async () => {
    const features = [
      {
        type: 'Feature',
        geometry: { type: 'Polygon', coordinates: [] },
        properties: { account: '1A' },
      },
      point({ account: '1A' }, ['x', 1]),
      point({ name: 'Bank' }),
      point({ account: '1A', zones: [1] }),
      { type: 'Thing' },
      { type: 'Feature', geometry: null, properties: { account: '1A' } },
    ]
    expect(await rowsOf(await geoJson({ type: 'FeatureCollection', features }))).toEqual([
      '1: its geometry is not a Point; a site stands at one',
      '1: a coordinate is not a number',
      '1: it has no property "account"',
      '1: zones: it is to be a text, as in a table',
      '1: it is not a Feature',
      '1: account=1A',
    ])
    expect(
      await rowsOf(await geoJson('{"type":"FeatureCollection","features":[\n{oops}\n]}')),
    ).toEqual(['2: it is not valid JSON'])
  })
  it('must be one, whole, and in degrees', async () => {
    const broken = 'This is not a GeoJSON FeatureCollection, or it is not whole'
    for (const text of [
      '[]',
      '{}',
      '{"type":"FeatureCollection","features":[{"a":1}',
      '{"features":[{}{}]}',
      '{"type":"FeatureCollection","features":[1]}',
      'x',
    ])
      await expect(geoJson(text).then(rowsOf)).rejects.toThrow(broken)
    const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3857' } }
    await expect(
      geoJson({ type: 'FeatureCollection', crs, features: [] }).then(rowsOf),
    ).rejects.toThrow('WGS 84')
    const long = { type: 'name', properties: { name: 'EPSG:'.repeat(100_000) } }
    await expect(
      geoJson({ type: 'FeatureCollection', crs: long, features: [] }).then(rowsOf),
    ).rejects.toThrow('WGS 84')
    await expect(geoJson(`[${'1,'.repeat(300_000)}1]`).then(rowsOf)).rejects.toThrow(
      'not a GeoJSON FeatureCollection',
    )
    await expect(
      geoJson(`{"features":[{"a":"${'x'.repeat(600_000)}"}]}`).then(rowsOf),
    ).rejects.toThrow('has no end')
  })
})

const roomWith = (sites: readonly Site[]) => ({
  ...emptyRoom,
  sites: tableOf(sites, ({ id }) => id),
})
const textOf = async (parts: AsyncIterable<string>) => (await all(parts)).join('')

describe('an export', () => {
  const cellsRead = async (file: RegisterFile) =>
    (await all(file.rows)).map((row) => ('cells' in row ? Object.fromEntries(row.cells) : row))
  const inOrder = (sites: readonly Site[]) =>
    [...sites].sort((a, b) => (a.id < b.id ? -1 : 1)).map(cellsOf)

  it('is read again as it was written, as a table with any separator', async () => {
    await fc.assert(
      fc.asyncProperty(
        anySites,
        fc.constantFrom(...(Object.keys(separators) as Separator[])),
        async (sites, separator) => {
          const file = await csv(await textOf(sitesAsCsv(roomWith(sites), separator)))
          const trimmed = inOrder(sites).map((cells) =>
            Object.fromEntries(Object.entries(cells).map(trimStart)),
          )
          expect(
            (await cellsRead(file)).map((cells) =>
              Object.fromEntries(Object.entries(cells).map(trimStart)),
            ),
          ).toEqual(trimmed)
        },
      ),
    )
  })
  const trimStart = ([column, text]: [string, unknown]) => [column, String(text).trim()]

  it('is read again as it was written, as features', async () => {
    await fc.assert(
      fc.asyncProperty(anySites, async (sites) => {
        const text = await textOf(sitesAsGeoJson(roomWith(sites)))
        expect(JSON.parse(text).features).toHaveLength(sites.length)
        expect(await cellsRead(await geoJson(text))).toEqual(inOrder(sites))
      }),
    )
  })

  it('holds nothing a spreadsheet would carry out as a formula', async () => {
    const [bank] = fc.sample(anySites, { numRuns: 1, seed: 1 })[0] ?? []
    const evil = { ...(bank as Site), name: '=HYPERLINK("http://x")', town: '-1+2', address: "'=x" }
    const text = await textOf(sitesAsCsv(roomWith([evil]), 'comma'))
    expect(text).toContain(`"'=HYPERLINK(""http://x"")"`)
    const [cells] = await cellsRead(await csv(text))
    expect(cells).toMatchObject({ name: evil.name, town: '-1+2', address: "'=x" })
  })
})
