import { describe, expect, it } from 'vitest'
import { openJournalFile } from '../../node/journal-file'
import { openDatabase } from '../../node/sqlite'
import { systemActor } from '../../shared/accounts/actor'
import { hour } from '../../shared/lang/instant'
import { officer, site, sites } from '../../shared/testing/builders'
import { line, supervisedHubs } from './supervision-fixture'

const { newFile, open, end } = supervisedHubs()

/** A site with one account, A1, that polls every 30 s: silent after 90. */
const past = [sites(site('site-1', { account: 'A1', lines: [line('A1', 30)] }))]

describe('A panel', () => {
  it('that misses three of its messages becomes an alarm, which its next one ends', async () => {
    const hub = await open({ past })
    await hub.pass(90)
    expect(hub.missing()).toEqual([])
    await hub.pass(1)
    expect(hub.missing()).toEqual(['A1|SILENT'])
    expect(hub.alarms()).toMatchObject([
      { kind: 'communication', phase: 'raised', restoredAt: null, code: 'SILENT', signals: [{}] },
    ])
    expect(await hub.said()).toMatchObject([
      { text: 'Account A1: nothing for 91 s, expected every 30 s' },
    ])
    hub.heard('A1')
    await hub.pass(1)
    expect(hub.missing()).toEqual([])
    expect(hub.alarms()).toMatchObject([
      { phase: 'raised', restoredAt: expect.any(Number), signalCount: 2 },
    ])
  })

  it('is heard by whatever it sends, and by a poll', async () => {
    const hub = await open({ past })
    for (let at = 0; at < 20; at++) {
      await hub.pass(80)
      if (at % 2 === 0) hub.heard('A1')
      else await hub.take('A1', { class: 'test', kind: 'test' })
    }
    expect(await hub.said()).toEqual([])
    expect(await hub.metric('navbatchi_supervised_accounts')).toBe(
      'navbatchi_supervised_accounts 1',
    )
  })

  it('is one alarm however long it is silent, and another when it falls silent again', async () => {
    const hub = await open({ past })
    await hub.pass(1_000)
    expect(await hub.said()).toHaveLength(1)
    hub.heard('A1')
    await hub.pass(91)
    expect((await hub.said()).map(({ class: kind }) => kind)).toEqual([
      'trouble',
      'restore',
      'trouble',
    ])
    expect(hub.alarms()).toMatchObject([{ restoredAt: null, signalCount: 3 }])
    expect(await hub.metric('navbatchi_silences_total')).toBe('navbatchi_silences_total 2')
    expect(await hub.metric('navbatchi_silent_accounts')).toBe('navbatchi_silent_accounts 1')
  })

  it('that is heard while its silence is being stored is not left silent', async () => {
    const hub = await open({ past })
    await hub.pass(90)
    hub.pass(1)
    hub.heard('A1')
    await hub.settle()
    await hub.pass(2)
    expect((await hub.said()).map(({ class: kind }) => kind)).toEqual(['trouble', 'restore'])
    expect(hub.missing()).toEqual([])
  })

  it('with long intervals is given ten minutes more, not three days', async () => {
    const hub = await open({
      past: [sites(site('site-1', { account: 'A1', lines: [line('A1', 86_400)] }))],
    })
    await hub.pass(86_400 + 600)
    expect(hub.missing()).toEqual([])
    await hub.pass(1)
    expect(hub.missing()).toEqual(['A1|SILENT'])
  })
})

describe('Two accounts of one site', () => {
  it('are silent and heard each by itself', async () => {
    const hub = await open({
      past: [sites(site('site-1', { account: 'A1', lines: [line('A1', 30), line('B1', 30)] }))],
    })
    await hub.pass(91)
    expect(hub.missing()).toEqual(['A1|SILENT', 'B1|SILENT'])
    hub.heard('A1')
    await hub.pass(1)
    expect(hub.missing()).toEqual(['B1|SILENT'])
    expect(hub.alarms()).toMatchObject([{ restoredAt: null }])
    hub.heard('B1')
    await hub.pass(1)
    expect(hub.alarms()).toMatchObject([{ restoredAt: expect.any(Number) }])
  })
})

describe('After a restart', () => {
  it('what stood stands, is not said again, and ends with the next message', async () => {
    const file = newFile()
    const before = await open({ past }, file)
    await before.pass(91)
    await end(before)
    const hub = await open({ startAt: before.now() + hour }, file)
    await hub.pass(300)
    expect([hub.missing(), (await hub.said()).length]).toEqual([['A1|SILENT'], 1])
    hub.heard('A1')
    await hub.pass(1)
    expect(hub.missing()).toEqual([])
  })

  it('everybody is waited for anew, however long the hub was away', async () => {
    const file = newFile()
    const before = await open({ past }, file)
    await before.pass(89)
    await end(before)
    const hub = await open({ startAt: before.now() + 24 * hour }, file)
    await hub.pass(90)
    expect(hub.missing()).toEqual([])
    await hub.pass(1)
    expect(hub.missing()).toEqual(['A1|SILENT'])
  })
})

describe('Nobody is silent', () => {
  it.each([
    ['put forward, or its machine slept', 8 * hour],
    ['put back', -8 * hour],
  ])('because the clock was %s', async (_, jump) => {
    const hub = await open({ past })
    await hub.pass(80)
    hub.jump(jump)
    await hub.pass(10)
    hub.heard('A1')
    await hub.pass(89)
    expect(await hub.said()).toEqual([])
    await hub.pass(2)
    expect(hub.missing()).toEqual(['A1|SILENT'])
  })

  it('while the machine slept, nor right after it: panels need time to dial again', async () => {
    const hub = await open({ past })
    await hub.pass(89)
    hub.jump(8 * hour)
    await hub.pass(91)
    expect(await hub.said()).toEqual([])
    await hub.pass(2)
    expect(hub.missing()).toEqual(['A1|SILENT'])
  })

  it('while the hub cannot receive, and for as long as allowed after it', async () => {
    const hub = await open({ past })
    await hub.pass(80)
    hub.receives(false)
    await hub.pass(10 * 60)
    expect(await hub.metric('navbatchi_supervision_hearing')).toBe(
      'navbatchi_supervision_hearing 0',
    )
    hub.receives(true)
    await hub.pass(90)
    expect(await hub.said()).toEqual([])
    await hub.pass(1)
    expect(hub.missing()).toEqual(['A1|SILENT'])
  })

  it('while nothing can be stored; what could not be said is said when there is room', async () => {
    const file = newFile()
    openJournalFile(file).close()
    const hub = await open({ past, maxBytes: 2_000_000 }, file)
    const other = openDatabase(file)
    other.exec('CREATE TABLE filler (bytes BLOB); INSERT INTO filler VALUES (zeroblob(1_880_000))')
    // What is left takes a row or two, but no storm.
    const storm = () => Array.from({ length: 400 }, () => sites(site('site-9')))
    await expect(hub.keeper.record(storm, systemActor)).rejects.toThrow('full')
    await hub.pass(600)
    expect([hub.keeper.storage().ok, await hub.said()]).toEqual([false, []])
    other.exec('DROP TABLE filler')
    other.close()
    await hub.pass(3)
    expect(hub.keeper.storage().ok).toBe(true)
    await hub.pass(86)
    expect(await hub.said()).toEqual([])
    await hub.pass(6)
    expect(hub.missing()).toEqual(['A1|SILENT'])
  })

  it('while the site is on test; who is silent still when it ends is so then', async () => {
    const hub = await open({ past })
    const command = {
      type: 'start-test',
      testId: 't1',
      siteId: 'site-1',
      zones: null,
      minutes: 10,
      reason: 'Work',
    } as const
    await hub.keeper.command({ commandId: 'c1', command, issuedAt: 0 }, officer)
    await hub.pass(600)
    expect(await hub.said()).toEqual([])
    await hub.pass(60)
    expect(hub.alarms()).toMatchObject([{ kind: 'communication' }])
  })
})

describe('The register', () => {
  it('begins and ends supervision, and changes how long a panel is waited for', async () => {
    const hub = await open({ past: [sites(site('site-1', { account: 'A1' }))] })
    const register = (interval: number | null) =>
      hub.keeper.record(
        () => [sites(site('site-1', { account: 'A1', lines: [line('A1', interval)] }))],
        systemActor,
      )
    await hub.pass(200)
    await register(30)
    await hub.pass(80)
    await register(60)
    await hub.pass(180)
    expect(await hub.said()).toEqual([])
    await hub.pass(1)
    expect(hub.missing()).toEqual(['A1|SILENT'])
    await register(null)
    await hub.pass(200)
    expect(hub.missing()).toEqual([])
    expect((await hub.said()).map(({ meaning }) => meaning)).toEqual([
      'Nothing heard from the panel',
      'The panel is no longer supervised',
    ])
  })

  it('registered anew without a change gives nobody more time', async () => {
    const hub = await open({ past })
    for (let at = 0; at < 4; at++) {
      await hub.pass(25)
      await hub.keeper.record(() => past, systemActor)
    }
    expect(hub.missing()).toEqual(['A1|SILENT'])
  })

  it('may give an account to another site: it is waited for there', async () => {
    const hub = await open({ past })
    await hub.pass(91)
    const moved = [
      site('site-1', { account: 'B1' }),
      site('site-2', { account: 'A1', lines: [line('A1', 30)] }),
    ]
    await hub.keeper.record(() => [sites(...moved)], systemActor)
    expect(hub.missing()).toEqual([])
    await hub.pass(91)
    expect(hub.keeper.room().missing.get('A1|SILENT')).toMatchObject({ siteId: 'site-2' })
  })
})

describe('A provider that fails', () => {
  it('silences thousands at once, in small commits, and a hold-up stands among the first', async () => {
    const many = Array.from({ length: 3_000 }, (_, at) => {
      const account = (0x1000 + at).toString(16).toUpperCase()
      return site(`site-${at}`, { account, lines: [line(account, 30)] })
    })
    const past = [0, 1_000, 2_000].map((from) => sites(...many.slice(from, from + 1_000)))
    const hub = await open({ past: [...past, sites(site('bank', { account: 'FFFF' }))] })
    const start = hub.commits.length
    await hub.pass(91)
    const alarm = await hub.take('FFFF', { kind: 'hold-up', priority: 1, code: '122' })
    expect(hub.missing().length).toBeLessThan(1_500)
    while (hub.missing().length < many.length) await hub.pass(1)
    expect(Math.max(...hub.commits.slice(start).map(({ entries }) => entries))).toBeLessThan(200)
    expect(alarm[0]?.seq).toBeLessThan(3_500)
    for (const { account } of many) hub.heard(account)
    while (hub.missing().length > 0) await hub.pass(1)
    expect(await hub.said()).toHaveLength(6_000)
  })
})
