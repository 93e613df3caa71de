import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toleranceSchema } from '../shared/dc09/tolerances'
import { minute } from '../shared/lang/instant'
import { quarantineReasons } from '../shared/signals/signal'
import { ask } from './api/testing/ask'
import {
  accountKeys,
  cipherOfAccount,
  type DutyUnit,
  type KeyedAccount,
  openDutyUnit,
  password,
  secretTexts,
  siteIdOf,
  soon,
} from './testing/duty-unit'
import {
  around,
  burglaryBody,
  damaged,
  departures,
  sealed,
  wrongLength,
} from './testing/odd-frames'
import { openAnswer } from './testing/panel'
import { duressWords, registerCsv, siteCount, tolerant } from './testing/register'
import { runProgram } from './testing/run-program'
import { toldAnywhere } from './testing/told-anywhere'

/*
 * A duty unit as its installer sets it up, and panels as they really are, by docs/registry.md,
 * docs/reception.md and docs/api.md alone: one hub process, and everything else from outside. Each
 * story goes on where the one before ended.
 */

let unit: DutyUnit
beforeAll(async () => {
  unit = await openDutyUnit()
})
afterAll(() => unit?.close())

const words = (answers: readonly { readonly word: string }[]) => answers.map(({ word }) => word)
const signals = async (sequence: string) =>
  (await unit.officer.entries('signal-received')).filter(({ data }) => data.sequence === sequence)

describe('The installer', () => {
  it('imports the register after a dry run, and what is exported changes nothing when it comes back', async () => {
    const file = join(unit.folder, 'sites.csv')
    writeFileSync(file, registerCsv)
    const counts = `${siteCount} new, 0 changed, 0 unchanged, 0 bad.`
    const sender = { NAVBATCHI_USER: 'supervisor', NAVBATCHI_PASSWORD: password }
    const importing = (path: string, ...more: string[]) =>
      runProgram(['scripts/import-sites.ts', path, '--hub', unit.hub().http, ...more], sender)
    expect(await importing(file, '--dry-run')).toEqual({
      status: 0,
      text: `Read as CSV in utf-8, cells apart by semicolon.\n${counts}\nThis was a dry run: nothing was recorded.\n`,
    })
    expect(unit.room().sites.size).toBe(0)
    expect((await importing(file)).text).toContain(`${counts}\nRecorded: ${siteCount} sites.`)
    for (const format of ['csv', 'geojson']) {
      const { text } = await unit.supervisor.ask(`/v1/sites/export?format=${format}`)
      const exported = join(unit.folder, `exported.${format}`)
      writeFileSync(exported, text)
      expect((await importing(exported)).text).toContain(
        `0 new, 0 changed, ${siteCount} unchanged, 0 bad.\nNothing was recorded.`,
      )
    }
    expect(unit.room().sites.get(siteIdOf('A001'))).toMatchObject({
      name: 'Bank branch 001',
      zones: [
        { number: '1', name: 'Main entrance' },
        { number: '2', name: 'Hold-up button' },
        { number: '3' },
      ],
      contacts: [
        { role: 'Guard post', hasDuressWord: true },
        { role: 'Site manager', name: '', hasDuressWord: true },
      ],
      hazards: ['Weapon room', 'Chlorine store'],
      responsePlan: 'fire',
      lines: expect.arrayContaining([
        {
          account: 'A104',
          interval: null,
          encryption: 'required',
          tolerances: ['binaryCrc', 'trailingNul'],
        },
      ]),
    })
  })

  it('sets keys of accounts in both forms, and nobody is told them', async () => {
    for (const [account, body] of Object.entries(accountKeys))
      expect(
        await unit.admin.ask(`/v1/accounts/${account}/key`, { method: 'PUT', body }),
      ).toMatchObject({
        status: 204,
      })
    expect((await unit.officer.ask('/v1/accounts/e192/reception')).json).toEqual({
      account: 'E192',
      siteId: siteIdOf('E192'),
      interval: null,
      tolerances: [],
      encryption: 'required',
      hasKey: true,
    })
    expect(await unit.metric('navbatchi_secrets_open')).toBe('navbatchi_secrets_open 1')
  })

  it('leaves duress words to the officer on the line, and the journal says who asked', async () => {
    const { json } = await unit.officer.ask(`/v1/sites/${siteIdOf('A001')}/duress-words`, {
      method: 'POST',
    })
    expect(json).toEqual({
      words: [
        { contact: 'Test contact 1', word: duressWords[0] },
        { contact: 'Site manager', word: duressWords[1] },
      ],
    })
    expect(
      (await unit.admin.ask(`/v1/sites/${siteIdOf('A001')}/duress-words`, { method: 'POST' }))
        .status,
    ).toBe(403)
    expect(await unit.officer.entries('duress-words-shown')).toMatchObject([
      { by: { id: 'officer' } },
    ])
  })
})

describe('A panel in clear', () => {
  const sia = (sequence: string, rest: string) => around(`"SIA-DCS"${sequence}L0#A001[${rest}`)

  it('is acknowledged for Contact ID, SIA and polls, also when it splits and joins its segments', async () => {
    const frames = [
      around('"ADM-CID"0001R1L7#A001[#A001|1130 01 003]'),
      sia('0002', '#A001|Nri1/FA002^Vault^]'),
      around('"NULL"0003L0#A001[]'),
    ]
    expect(words(await unit.tcp().ask([Buffer.concat(frames)], 3)).sort()).toEqual([
      'ACK 0001',
      'ACK 0002',
      'ACK 0003',
    ])
    const frame = sia('0004', '#A001|Nri1/PA001]')
    unit.tcp().write(frame.subarray(0, 20))
    unit.tcp().write(frame.subarray(20))
    expect((await unit.tcp().next()).word).toBe('ACK 0004')
    expect((await unit.tcp().ask([around('"NULL"0005R1L7#A001[]')], 1))[0]?.frame.content).toBe(
      '"ACK"0005R1L7#A001[]',
    )
    await expect
      .poll(
        () =>
          unit
            .alarmsOf('A001')
            .map(({ kind }) => kind)
            .sort(),
        soon,
      )
      .toEqual(['burglary', 'fire', 'panic'])
  })

  it('may tell several events in one block, buffered ones, and when they happened', async () => {
    expect(
      words(await unit.udp().ask([sia('0010', '#A001|Oti02:14:07da05-01-24/ri1/TA005/TA006]')], 1)),
    ).toEqual(['ACK 0010'])
    await expect
      .poll(() => unit.alarmsOf('A001').find(({ kind }) => kind === 'tamper')?.signalCount, soon)
      .toBe(2)
    const both = await signals('0010')
    expect(
      both.map(({ data }) => [data.channel, data.zone, data.qualifier, data.occurredAt]),
    ).toEqual([
      ['dc09-udp', '005', 'old-new', Date.UTC(2024, 4, 1, 2, 14, 7)],
      ['dc09-udp', '006', 'old-new', Date.UTC(2024, 4, 1, 2, 14, 7)],
    ])
  })

  it('is read in its extended fields, and what nobody reads is kept', async () => {
    const fields =
      '[H02:14:07,05-01-2024][Ilounge][X065E47.4][Y38N51.6][Vhttps://camera.example/1][M0026B9E4268B][Qx]'
    await unit.udp().ask([sia('0011', `#A001|Nri1/GA009]${fields}`)], 1)
    const [entry] = await signals('0011')
    expect(entry?.data).toMatchObject({
      occurredAt: Date.UTC(2024, 4, 1, 2, 14, 7),
      text: 'lounge',
      position: { lon: 65.79, lat: 38.86 },
      verification: 'https://camera.example/1',
      extended: [
        { letter: 'M', text: '0026B9E4268B' },
        { letter: 'Q', text: 'x' },
      ],
    })
  })

  it('that repeats a frame is acknowledged again and counted once; by another way it is a second reception', async () => {
    const frame = around('"ADM-CID"9995L0#C001[#C001|1120 01 001]')
    expect(words(await unit.tcp().ask([frame], 1))).toEqual(['ACK 9995'])
    const other = around('"ADM-CID"9996L0#C001[#C001|1120 01 002]')
    const third = around('"ADM-CID"9997L0#C001[#C001|1120 01 003]')
    expect(words(await unit.tcp().ask([other, frame, third], 3)).sort()).toEqual([
      'ACK 9995',
      'ACK 9996',
      'ACK 9997',
    ])
    expect(words(await unit.udp().ask([frame], 1))).toEqual(['ACK 9995'])
    await expect.poll(() => unit.alarmsOf('C001')[0]?.signalCount, soon).toBe(3)
    await expect
      .poll(() => unit.alarmsOf('C001')[0]?.signals[0]?.receptions.map(({ path }) => path), soon)
      .toEqual(['dc09-tcp 127.0.0.1', 'dc09-udp 127.0.0.1'])
    expect(await unit.metric('navbatchi_dc09_frames_total{result="duplicate"}')).toMatch(/ 2$/)
  })

  it('is met with silence for what was damaged, with DUH for what nobody reads, and all of it is kept', async () => {
    const bad = [
      damaged(burglaryBody('C001', '0020')),
      wrongLength(burglaryBody('C001', '0021')),
      Buffer.from('noise on the line\n\r'),
    ]
    expect(await unit.tcp().ask(bad)).toEqual([])
    expect(words(await unit.tcp().ask([around('"XYZ-FMT"0022L0#C001[whatever]')], 1))).toEqual([
      'DUH 0022',
    ])
    expect(words(await unit.tcp().ask([around('"SIA-DCS"0023L0#C001[#C001|?]')], 1))).toEqual([
      'ACK 0023',
    ])
    const reasons = () => unit.room().quarantine.newest.map(({ reason }) => reason)
    await expect
      .poll(reasons, soon)
      .toEqual(
        expect.arrayContaining([
          'bad-crc',
          'bad-length',
          'unreadable',
          'unknown-token',
          'unreadable-data',
        ]),
      )
  })
})

describe('A panel that departs from the standard', () => {
  it.each(departures)(
    'is refused for its $tolerance by a strict account, which is named, and taken where it is let pass',
    async ({ tolerance, reason, frame }) => {
      const panel = tolerance === 'trailingNul' ? unit.udp() : unit.tcp()
      expect(await panel.ask([frame('C001', '0100')])).toEqual([])
      await expect
        .poll(() => unit.quarantineOf('C001').map((row) => [row.reason, row.detail]), soon)
        .toContainEqual([reason, expect.stringContaining(`account C001 would need ${tolerance}`)])
      const account = tolerant[tolerance as keyof typeof tolerant]
      expect(words(await panel.ask([frame(account, '0101')], 1))).toEqual(['ACK 0101'])
      const [entry] = (await unit.officer.entries('signal-received')).filter(
        (one) => one.data.account === account,
      )
      expect(entry?.data.tolerated).toEqual([tolerance])
      expect(await unit.metric(`navbatchi_dc09_tolerated_total{tolerance="${tolerance}"}`)).toMatch(
        / 1$/,
      )
    },
  )
})

describe('A panel that encrypts', () => {
  it.each(Object.keys(accountKeys) as KeyedAccount[])(
    'is read with its key, %s, and answered in kind',
    async (account) => {
      const own = cipherOfAccount(account)
      const frame = sealed({ account, sequence: '0001', cipher: own, at: Date.now() })
      const [answer] = await unit.tcp().ask([frame], 1)
      expect(answer?.word).toBe('*ACK 0001')
      if (answer)
        expect(openAnswer(answer, own)).toMatchObject({ data: '', timestamp: expect.any(Number) })
      const poll = sealed({
        account,
        sequence: '0002',
        cipher: own,
        at: Date.now(),
        token: 'NULL',
        data: '',
      })
      expect(words(await unit.udp().ask([poll], 1))).toEqual(['*ACK 0002'])
      await expect
        .poll(() => unit.alarmsOf(account), soon)
        .toMatchObject([{ kind: 'burglary', signalCount: 1 }])
    },
  )

  it('is met with silence in clear, with another key and without one, and the quarantine says which', async () => {
    const at = Date.now()
    const refused = [
      around(burglaryBody('E128', '0030')),
      sealed({ account: 'E128', sequence: '0031', cipher: cipherOfAccount('E256'), at }),
      sealed({ account: 'C001', sequence: '0032', cipher: cipherOfAccount('E128'), at }),
    ]
    expect(await unit.tcp().ask(refused)).toEqual([])
    const reasons = () =>
      ['E128', 'C001'].flatMap((account) => unit.quarantineOf(account).map(({ reason }) => reason))
    await expect
      .poll(reasons, soon)
      .toEqual(expect.arrayContaining(['not-encrypted', 'wrong-key', 'encrypted-without-key']))
  })

  it('is told the time when its clock is wrong, six times a minute, and taken all the same where the register says so', async () => {
    const late = (account: string, sequence: string) =>
      sealed({ account, sequence, cipher: cipherOfAccount('E128'), at: Date.now() - 10 * minute })
    const [answer] = await unit.tcp().ask([late('E128', '0040')], 1)
    expect(answer?.word).toBe('NAK 0000')
    expect(Math.abs((answer?.frame.timestamp ?? 0) - Date.now())).toBeLessThan(minute)
    await expect
      .poll(() => unit.quarantineOf('E128'), soon)
      .toContainEqual(
        expect.objectContaining({
          reason: 'outside-window',
          detail: expect.stringMatching(/\d+ s behind$/),
        }),
      )
    expect(
      await unit.tcp().ask(
        Array.from({ length: 8 }, () => late('E128', '0041')),
        5,
      ),
    ).toHaveLength(5)
    await unit.admin.ask('/v1/accounts/B007/key', { method: 'PUT', body: accountKeys.E128 })
    expect(words(await unit.tcp().ask([late('B007', '0042')], 1))).toEqual(['*ACK 0042'])
    await expect.poll(() => unit.alarmsOf('B007')[0]?.signals[0]?.stale, soon).toBe(true)
  })
})

describe('What was set up', () => {
  it('is held as what it is: the journal is proven, and no key or word stands in any file, log or answer', async () => {
    expect(await toldAnywhere(unit, [...secretTexts, ...duressWords])).toEqual([])
    expect(await runProgram(['scripts/verify.ts', unit.data])).toMatchObject({ status: 0 })
  })
})

describe('What an installer reads', () => {
  const page = readFileSync('docs/reception.md', 'utf8')

  it('names metrics that there are', async () => {
    const { text } = await ask(`${unit.hub().http}/metrics`)
    const named = [...new Set(page.match(/navbatchi_\w+/g))]
    expect(named.length).toBeGreaterThan(20)
    expect(named.filter((name) => !text.includes(`# TYPE ${name} `))).toEqual([])
  })

  it('says of each departure what it lets pass, and of each refusal what to do', () => {
    const rows = page.split('\n').map((line) => /^\| `([\w-]+)` \| \S/.exec(line)?.[1])
    expect(rows).toEqual(expect.arrayContaining([...toleranceSchema.options, ...quarantineReasons]))
  })
})
