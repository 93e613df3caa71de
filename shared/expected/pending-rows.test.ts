import { describe, expect, it } from 'vitest'
import { planProgress } from '../incidents/plan-progress'
import type { Command } from '../room/commands'
import {
  acknowledge,
  acknowledged,
  close,
  dispatch,
  dispatched,
  held,
  officer,
  opened,
  progress,
  raised,
  site,
  sites,
  team,
  teams,
} from '../testing/builders'
import { roomOf } from '../testing/given'
import { expectedRoom } from './expected-room'
import { type PendingRow, pendingOf } from './pending-rows'

const hub = roomOf(
  sites(site('site-1'), site('site-2')),
  teams(team('q-01'), team('q-02')),
  raised('a1', 'site-1', { kind: 'hold-up', priority: 1 }),
  raised('a2', 'site-2'),
  acknowledged('a2', 'i2'),
  opened('i2', 'a2', 'site-2'),
  dispatched('as2', 'i2', 'q-02'),
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
  {
    type: 'test-started',
    data: { testId: 't1', siteId: 'site-2', zones: ['5'], until: 9_000_000, reason: 'Service' },
  },
)

/** How each row stands after commands that the hub has not answered. */
function away(...commands: Command[]) {
  const given = commands.map((command, n) => ({
    commandId: `c${n}`,
    command,
    by: officer,
    at: 200_000 + n,
  }))
  const { room, marks, verdicts } = expectedRoom(hub, given)
  expect([...verdicts.values()].map(({ outcome }) => outcome)).toEqual(
    commands.map(() => 'accepted'),
  )
  const set = new Set(marks.keys())
  const step = (incidentId: string, action: string) => {
    const incident = room.incidents.get(incidentId)
    if (!incident) throw new Error('There is no such incident')
    const steps = planProgress(room, incident)
    const found = steps.find((one) => one.action === action)
    if (!found) throw new Error('The plan has no such step')
    return pendingOf(set, { row: 'step', step: found, incident })
  }
  return { room, step, of: (row: PendingRow) => pendingOf(set, row) }
}
const entryAfter = (n: number): PendingRow => ({ row: 'entry', seq: hub.seq + n })
const incidentRow = (id: string, ...alarmIds: string[]): PendingRow => ({
  row: 'incident',
  incident: { id, alarmIds },
})
const teamRow = (teamId: string, assignmentId?: string): PendingRow => ({
  row: 'team',
  teamId,
  assignmentId,
})

describe('a row of the screen', () => {
  it('is not pending while nothing waits for the hub', () => {
    const { of } = away()
    expect(of(incidentRow('i2', 'a2'))).toBeNull()
    expect(of(teamRow('q-02', 'as2'))).toBeNull()
    expect(of({ row: 'test', testId: 't1' })).toBeNull()
    expect(of({ row: 'entry', seq: hub.seq })).toBeNull()
  })
  it('is pending for an incident and a team that were only asked for, and for no other', () => {
    const { of, step } = away(acknowledge('a1', 'i1'), dispatch('i1', 'q-01', 'as1'))
    expect(of(incidentRow('i1', 'a1'))).toBe('mark')
    expect(of({ row: 'run', assignmentId: 'as1' })).toBe('dispatch')
    expect(of(teamRow('q-01', 'as1'))).toBe('dispatch')
    expect(step('i1', 'dispatch')).toBe('dispatch')
    expect(of(incidentRow('i2', 'a2'))).toBeNull()
    expect(of(teamRow('q-02', 'as2'))).toBeNull()
  })
  it('is pending for each line of a log that the hub has no entry of', () => {
    const note = { type: 'add-note', incidentId: 'i2', noteId: 'n1', text: 'Seen' } as const
    const { of } = away(note, { ...note, noteId: 'n2' })
    expect([of(entryAfter(0)), of(entryAfter(1)), of(entryAfter(2)), of(entryAfter(3))]).toEqual([
      null,
      'mark',
      'mark',
      null,
    ])
  })
  it('says of a team long sent that only its report waits, and never that it has yet to be sent', () => {
    const { of, step } = away(progress('as2', 'on-scene'))
    expect(of({ row: 'run', assignmentId: 'as2' })).toBe('mark')
    expect(of(teamRow('q-02', 'as2'))).toBe('mark')
    expect(step('i2', 'dispatch')).toBeNull()
    expect(step('i2', 'arrival')).toBe('mark')
  })
  it('leaves the step of sending done where a second team has yet to be sent', () => {
    const { of, step } = away(dispatch('i2', 'q-01', 'as3'))
    expect(of({ row: 'run', assignmentId: 'as3' })).toBe('dispatch')
    expect(step('i2', 'dispatch')).toBeNull()
  })
  it('says that the step of sending waits where the team long sent was called back', () => {
    const back = { type: 'cancel-dispatch', assignmentId: 'as2', reason: 'A mistake' } as const
    const { step } = away(back, dispatch('i2', 'q-01', 'as3'))
    expect(step('i2', 'dispatch')).toBe('dispatch')
  })
  it('is pending for a team that a cancelled dispatch sets free', () => {
    const { of } = away({ type: 'cancel-dispatch', assignmentId: 'as2', reason: 'A mistake' })
    expect(of(teamRow('q-02'))).toBe('mark')
  })
  it('is pending for a step that was tried, done or skipped', () => {
    const tried = { type: 'complete-step', incidentId: 'i2', stepId: 'call-contact' } as const
    expect(away({ ...tried, outcome: 'no-answer' }).step('i2', 'call')).toBe('mark')
    const skipped = { type: 'skip-step', incidentId: 'i2', stepId: 'call-contact' } as const
    expect(away({ ...skipped, reason: 'No phone' }).step('i2', 'call')).toBe('mark')
  })
  it('is pending for a test that was begun, and for one that was ended', () => {
    const begun: Command = {
      type: 'start-test',
      testId: 't2',
      siteId: 'site-1',
      zones: null,
      minutes: 30,
      reason: 'Service',
    }
    const { of } = away(begun, { type: 'end-test', testId: 't1' })
    expect(of({ row: 'test', testId: 't2' })).toBe('mark')
    expect(of({ row: 'test', testId: 't1' })).toBe('ending')
  })
  it('is pending for a row of the ledger that was unbundled, and for the alarms that come out of it', () => {
    const { of } = away({ type: 'unbundle', bundleId: 'f1' })
    expect(of({ row: 'bundle', bundleId: 'f1' })).toBe('mark')
    expect(of({ row: 'alarm', alarmId: 'a3' })).toBe('mark')
    expect(of({ row: 'alarm', alarmId: 'a1' })).toBeNull()
  })
  it('is pending for an unknown account that was taken, and for one that was attached', () => {
    const account: PendingRow = { row: 'account', account: 'F00D' }
    expect(away({ type: 'take-account', account: 'F00D' }).of(account)).toBe('mark')
    const attach = { type: 'attach-account', account: 'F00D', siteId: 'site-1' } as const
    expect(away(attach).of(account)).toBe('ending')
  })
  it('is pending for an incident that was closed', () => {
    const cancel = { type: 'cancel-dispatch', assignmentId: 'as2', reason: 'A mistake' } as const
    const { of, step } = away(cancel, close('i2'))
    expect(of(incidentRow('i2', 'a2'))).toBe('ending')
    expect(step('i2', 'close')).toBe('mark')
  })
})
