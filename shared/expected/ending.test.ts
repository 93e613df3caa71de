import { describe, expect, it } from 'vitest'
import type { Command } from '../room/commands'
import type { RoomEvent } from '../room/events'
import {
  acknowledged,
  close,
  held,
  officer,
  opened,
  raised,
  site,
  sites,
} from '../testing/builders'
import { roomOf } from '../testing/given'
import { endingOf, nothingEnding } from './ending'
import { expectedRoom } from './expected-room'

const test: RoomEvent = {
  type: 'test-started',
  data: { testId: 't1', siteId: 'site-2', zones: ['5'], until: 9_000_000, reason: 'Service' },
}
const past = [
  sites(site('site-1'), site('site-2')),
  raised('a2', 'site-2'),
  acknowledged('a2', 'i2'),
  opened('i2', 'a2', 'site-2'),
  held('F00D', { kind: 'fire', code: 'FA', meaning: 'Fire Alarm' }),
  {
    type: 'fold-opened',
    data: {
      foldId: 'f1',
      rule: 'power-cut',
      kind: 'power',
      place: { type: 'region' },
      priority: 3,
      since: 1_000,
    },
  },
  raised('a3', 'site-1', { kind: 'power', priority: 3 }),
  { type: 'alarm-folded', data: { alarmId: 'a3', foldId: 'f1' } },
] as const
const hub = roomOf(...past, test)

/** What ends once the hub has heard of the commands. */
function away(...commands: Command[]) {
  const given = commands.map((command, n) => ({
    commandId: `c${n}`,
    command,
    by: officer,
    at: 200_000 + n,
  }))
  const { marks, verdicts } = expectedRoom(hub, given)
  expect([...verdicts.values()].map(({ outcome }) => outcome)).toEqual(
    commands.map(() => 'accepted'),
  )
  return endingOf(hub, new Set(marks.keys()))
}

describe('what a command takes out of the room stands until the hub has heard of it', () => {
  it('is nothing while no such command waits', () => {
    expect(away()).toBe(nothingEnding)
    expect(away({ type: 'take-account', account: 'F00D' })).toBe(nothingEnding)
  })
  it('is a test that was ended: until then the hub raises no alarm for it', () =>
    expect(away({ type: 'end-test', testId: 't1' }).tests).toEqual(hub.onTest.get('site-2')))
  it('is an incident that was closed, as the hub has it: open', () =>
    expect(away(close('i2')).incidents).toEqual([hub.incidents.get('i2')]))
  it('is an unknown account that was set aside, and one that was attached to a site', () => {
    const account = [hub.held.get('F00D')]
    const aside = { type: 'set-account-aside', account: 'F00D', reason: 'Not ours' } as const
    expect(away({ type: 'take-account', account: 'F00D' }, aside).accounts).toEqual(account)
    const attach = { type: 'attach-account', account: 'F00D', siteId: 'site-1' } as const
    expect(away(attach).accounts).toEqual(account)
  })
  it('is a row of the ledger that was closed', () => {
    const settle: Command = {
      type: 'close-bundle',
      bundleId: 'f1',
      disposition: 'false-weather',
      remark: 'The grid is back',
    }
    expect(away(settle).bundles).toEqual([hub.bundles.get('f1')])
  })
  it('is not a test that was both begun and ended while the hub was away', () => {
    const begun: Command = {
      type: 'start-test',
      testId: 't2',
      siteId: 'site-1',
      zones: null,
      minutes: 30,
      reason: 'Service',
    }
    expect(away(begun, { type: 'end-test', testId: 't2' }).tests).toEqual([])
  })
  it('is nothing once the hub has done it, though the command is not struck off yet', () => {
    const marks = new Set(['ending-test:t1'] as const)
    expect(endingOf(hub, marks).tests).toHaveLength(1)
    expect(endingOf(roomOf(...past), marks).tests).toEqual([])
  })
})
