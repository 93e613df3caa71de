import { describe, expect, it } from 'vitest'
import type { AlarmKind, Priority } from '../codes/kinds'
import {
  acknowledge,
  acknowledged,
  alarmAdded,
  raised,
  signalAdded,
  site,
  sites,
} from '../testing/builders'
import { given, roomOf } from '../testing/given'
import { isGraver } from './gravest'
import { nextOf, planProgress } from './plan-progress'

const opened = (kind: AlarmKind, priority: Priority) => [
  sites(site('site-1')),
  raised('a1', 'site-1', { kind, priority }),
  acknowledged('a1', 'i1'),
  {
    type: 'incident-opened' as const,
    data: { incidentId: 'i1', siteId: 'site-1', alarmId: 'a1', kind, priority },
  },
]
const joined = (kind: AlarmKind, priority: Priority) => [
  raised('a2', 'site-1', { kind, priority }),
  acknowledged('a2', 'i1'),
  alarmAdded('i1', 'a2', { kind, priority }),
]

describe('an alarm that joins an open incident', () => {
  it('says of what kind and how grave it is', () =>
    given(...opened('power', 3), raised('a2', 'site-1', { kind: 'hold-up', priority: 1 }))
      .when(acknowledge('a2'))
      .thenAccepted(
        acknowledged('a2', 'i1'),
        alarmAdded('i1', 'a2', { kind: 'hold-up', priority: 1 }),
      ))
  it('leads the response when it is graver: a site under armed threat is not telephoned', () => {
    const done = {
      type: 'incident-step-completed',
      data: { incidentId: 'i1', stepId: 'confirm-site-secured' },
    } as const
    const room = roomOf(...opened('burglary', 3), done, ...joined('hold-up', 1))
    const incident = room.incidents.get('i1')
    expect(incident).toMatchObject({ kind: 'hold-up', priority: 1, alarmIds: ['a1', 'a2'] })
    if (!incident) throw new Error('i1 was opened')
    const plan = planProgress(room, incident)
    expect(plan.some(({ action }) => action === 'call')).toBe(false)
    expect(nextOf(plan)?.id).toBe('dispatch-team')
    expect(plan.find(({ id }) => id === 'confirm-site-secured')?.done).toMatchObject({
      by: 'Officer One',
    })
  })
  it('leaves the kind of the first when it is less grave or just as grave', () => {
    const kindAfter = (kind: AlarmKind, priority: Priority) =>
      roomOf(...opened('burglary', 2), ...joined(kind, priority)).incidents.get('i1')?.kind
    expect([kindAfter('power', 3), kindAfter('unknown', 2), kindAfter('fire', 2)]).toEqual([
      'burglary',
      'burglary',
      'fire',
    ])
  })
  it('makes the incident graver also by a signal that joins it later', () =>
    expect(
      roomOf(
        ...opened('fire', 2),
        ...joined('burglary', 3),
        signalAdded('a2', { priority: 1 }),
      ).incidents.get('i1'),
    ).toMatchObject({ kind: 'burglary', priority: 1 }))
})

describe('the graver of two', () => {
  it.each([
    ['priority counts before the kind', ['burglary', 1], ['hold-up', 2], true],
    ['an armed threat leads a fire', ['panic', 1], ['fire', 1], true],
    ['a fire does not lead an armed threat', ['fire', 1], ['duress', 1], false],
    ['a fire leads what else is of its priority', ['fire', 1], ['gas', 1], true],
    ['of equals the first stays', ['medical', 1], ['gas', 1], false],
  ] as const)('%s', (_, [kind, priority], [otherKind, otherPriority], graver) =>
    expect(isGraver({ kind, priority }, { kind: otherKind, priority: otherPriority })).toBe(graver),
  )
})
