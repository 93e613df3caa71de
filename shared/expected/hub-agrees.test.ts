import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Actor } from '../accounts/actor'
import type { Command } from '../room/commands'
import { decide } from '../room/decide'
import { evolve } from '../room/evolve'
import { roomToJson } from '../room/parts'
import type { WholeRoom } from '../room/room'
import { unhashedEntry } from '../room/unhashed-entry'
import {
  nearest,
  officer,
  officer2,
  raised,
  site,
  sites,
  supervisor,
  team,
  teams,
} from '../testing/builders'
import { roomOf } from '../testing/given'
import { expectedRoom, type Given } from './expected-room'

const hub = roomOf(
  sites(site('site-1'), site('site-2')),
  teams(team('t1'), team('t2')),
  raised('a1', 'site-1', { kind: 'hold-up', priority: 1 }),
  raised('a2', 'site-1', { kind: 'fire' }),
  raised('a3', 'site-2'),
)

const from = <const Value>(...values: readonly Value[]) => fc.constantFrom(...values)
const alarmId = from('a1', 'a2', 'a3')
const incidentId = from('i1', 'i2', 'i3')
const meant = { incidentId, alarmId: fc.option(alarmId, { nil: undefined }) }
const teamId = from('t1', 't2')
const assignmentId = from('as1', 'as2', 'as3')
const word = fc.constant('words')
const is = <Type extends string>(type: Type) => fc.constant(type)
const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ type: is('acknowledge-alarm'), alarmId, incidentId }),
  fc.record({
    type: is('dispatch-team'),
    ...meant,
    teamId,
    assignmentId,
    reason: fc.constant(nearest),
  }),
  fc.record({
    type: is('report-progress'),
    assignmentId,
    to: from('acknowledged', 'on-scene', 'cleared'),
  }),
  fc.record({ type: is('cancel-dispatch'), assignmentId, reason: word }),
  fc.record({ type: is('add-note'), ...meant, noteId: word, text: word }),
  fc.record({
    type: is('complete-step'),
    ...meant,
    stepId: from('call-contact', 'dispatch-team', 'check-zones', 'nonsense'),
    outcome: from('answered', 'no-answer', undefined),
  }),
  fc.record({
    type: is('skip-step'),
    ...meant,
    stepId: from('call-contact', 'dispatch-team'),
    reason: word,
  }),
  fc.record({
    type: is('close-incident'),
    ...meant,
    disposition: from('true-alarm', 'test'),
    remark: word,
  }),
  fc.record({ type: is('take-team-out-of-service'), teamId, reason: word }),
  fc.record({ type: is('return-team-to-service'), teamId }),
  fc.record({
    type: is('reassign-team'),
    assignmentId,
    newAssignmentId: from('as4', 'as5'),
    toIncidentId: incidentId,
    reason: word,
    dispatch: fc.constant(nearest),
  }),
)
const commands = fc.array(command, { maxLength: 12 })
const given = (list: readonly Command[], by: Actor, start = 100_000): Given[] =>
  list.map((one, at) => ({ commandId: `${by.id}-${at}`, command: one, by, at: start + at }))

/** What the hub makes of commands it is sent one after the other, later than they were given. */
function hubTakes(room: WholeRoom, list: readonly Given[], later = 0) {
  let next = room
  const outcomes: string[] = []
  for (const { commandId, command: one, by, at } of list) {
    const decision = decide(next, one, { by, at: at + later })
    outcomes.push(decision.outcome)
    if (decision.outcome !== 'accepted') continue
    for (const event of decision.events)
      next = evolve(
        next,
        unhashedEntry(event, { seq: next.seq + 1, at: at + later, by, cause: commandId }),
      )
  }
  return { room: next, outcomes }
}
const plain = (room: WholeRoom) => ({ ...roomToJson(room), seq: 0, at: 0 })
const outcomesOf = (room: WholeRoom, list: readonly Given[]) => {
  const { verdicts } = expectedRoom(room, list)
  return list.map(({ commandId }) => verdicts.get(commandId)?.outcome)
}

describe('what was shown while the hub was away', () => {
  it('is what the hub makes of it on its return, when nobody else has acted', () => {
    fc.assert(
      fc.property(commands, (list) => {
        const mine = given(list, supervisor)
        expect(plain(expectedRoom(hub, mine).room)).toEqual(plain(hubTakes(hub, mine).room))
      }),
    )
  })
  it('does not depend on how long the hub is away', () => {
    fc.assert(
      fc.property(commands, (list) => {
        const mine = given(list, officer)
        expect(outcomesOf(hub, mine)).toEqual(hubTakes(hub, mine, 3_600_000).outcomes)
      }),
    )
  })
  it('is judged anew by what others have done meanwhile, as the hub then judges it', () => {
    fc.assert(
      fc.property(commands, commands, (others, list) => {
        const changed = hubTakes(hub, given(others, officer2)).room
        const mine = given(list, officer, 200_000)
        expect(plain(expectedRoom(changed, mine).room)).toEqual(plain(hubTakes(changed, mine).room))
        expect(outcomesOf(changed, mine)).toEqual(hubTakes(changed, mine).outcomes)
      }),
    )
  })
  it('comes to the same whichever of the commands the hub has taken already', () => {
    fc.assert(
      fc.property(commands, fc.nat(12), (list, taken) => {
        const mine = given(list, supervisor)
        const halfway = hubTakes(hub, mine.slice(0, taken)).room
        expect(plain(expectedRoom(halfway, mine.slice(taken)).room)).toEqual(
          plain(expectedRoom(hub, mine).room),
        )
      }),
    )
  })
})
