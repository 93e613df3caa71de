import { describe, expect, it } from 'vitest'
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
