import { describe, expect, it } from 'vitest'
import type { Command } from '../room/commands'
import {
  acknowledge,
  close,
  dispatch,
  officer,
  officer2,
  raised,
  site,
  sites,
  team,
  teams,
} from '../testing/builders'
import { liveRoom } from '../testing/live-room'

const story = () => {
  const live = liveRoom(sites(site('site-1')), teams(team('t1')), raised('a1'))
  live.give(acknowledge('a1'), 10_000)
  return live
}
const sameOfficer = { ...officer, desk: 'another-desk' }

describe('what was done already', () => {
  it('is said with the name of whoever was first', () => {
    expect(story().ask(acknowledge('a1'), 20_000, officer2)).toMatchObject({
      outcome: 'agreed',
      notice: { code: 'alarm-already-acknowledged', params: { by: officer.name } },
    })
  })
  it('is never said to the one who did it as if another had been first, at whatever desk', () => {
    const live = story()
    const step = { type: 'complete-step', incidentId: 'i1', stepId: 'check-zones' } as const
    const told = (command: Parameters<typeof live.ask>[0]) => live.ask(command, 60_000, sameOfficer)
    const yours = { outcome: 'agreed', notice: { code: 'done-by-you' } }
    expect(told(acknowledge('a1'))).toMatchObject(yours)
    live.give(step, 20_000)
    expect(told(step)).toMatchObject(yours)
    live.give(dispatch('i1', 't1'), 30_000)
    expect(told(dispatch('i1', 't1', 'as2'))).toMatchObject(yours)
    live.give({ type: 'cancel-dispatch', assignmentId: 'as1', reason: 'Nearer one' }, 40_000)
    live.give(close('i1'), 50_000)
    expect(told(close('i1'))).toMatchObject(yours)
  })
})

const out: Command = { type: 'take-team-out-of-service', teamId: 't1', reason: 'A tyre' }
const back: Command = { type: 'return-team-to-service', teamId: 't1' }
const cancel: Command = { type: 'cancel-dispatch', assignmentId: 'as1', reason: 'Nearer one' }
const arrived: Command = { type: 'report-progress', assignmentId: 'as1', to: 'on-scene' }
/** What is asked for twice, with what comes before it. */
const twice: readonly [string, readonly Command[], Command, string][] = [
  ['a report by radio', [dispatch('i1', 't1')], arrived, 'progress-already-reported'],
  ['a cancelled dispatch', [dispatch('i1', 't1')], cancel, 'dispatch-already-cancelled'],
  ['a team taken out of service', [], out, 'team-already-out'],
  ['a team returned to service', [out], back, 'team-already-back'],
]

describe.each(twice)('%s', (_, before, command, code) => {
  const done = () => {
    const live = story()
    for (const one of [...before, command]) live.give(one, 20_000)
    return live
  }
  it('is said to a colleague who asks for it again with the name of whoever was first', () =>
    expect(done().ask(command, 30_000, officer2)).toMatchObject({
      outcome: 'agreed',
      notice: { code, params: { by: officer.name }, text: expect.stringContaining(officer.name) },
    }))
  it('is said to be their own to whoever did it', () =>
    expect(done().ask(command, 30_000, sameOfficer)).toMatchObject({
      outcome: 'agreed',
      notice: { code: 'done-by-you' },
    }))
})
