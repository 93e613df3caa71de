import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Priority } from '../codes/kinds'
import { receiveSignal } from '../signals/receive'
import { acknowledge, close, officer, signal, site, sites } from '../testing/builders'
import { roomOf } from '../testing/given'
import { decide } from './decide'
import type { Entry, RoomEvent } from './events'
import { evolve } from './evolve'
import { type Room, roomFromJson, roomToJson } from './room'

const from = <Value>(...values: readonly Value[]) => fc.constantFrom(...values)
const reported = fc.record({
  does: fc.constant('report' as const),
  account: from('0001', '0002'),
  class: from('alarm' as const, 'alarm' as const, 'restore' as const),
  kind: from('burglary' as const, 'fire' as const),
  zone: from('1', '002', null),
  code: from('130', '131'),
  priority: from<Priority>(1, 2, 3),
})
// Which of those there are is told by a number, since the sequence is made before the room is.
const answered = fc.record({
  does: from('acknowledge' as const, 'close' as const),
  which: fc.nat(20),
})
const night = fc.array(
  fc.oneof({ weight: 3, arbitrary: reported }, { weight: 2, arbitrary: answered }),
  {
    maxLength: 60,
  },
)
type Happening = typeof night extends fc.Arbitrary<(infer One)[]> ? One : never

function eventsOf(room: Room, happening: Happening, turn: number): readonly RoomEvent[] {
  if (happening.does === 'report') {
    const { account, does: _, ...change } = happening
    return receiveSignal(room, signal(account, { ...change, signalId: `s${turn}` }), {
      alarmId: `a${turn}`,
      at: room.at,
    })
  }
  const pick = (ids: readonly string[]) => ids[happening.which % Math.max(1, ids.length)] ?? 'none'
  const open = [...room.alarms.values()]
    .filter((alarm) => alarm.phase === 'raised')
    .map(({ id }) => id)
  const command =
    happening.does === 'acknowledge'
      ? acknowledge(pick(open.sort()), `i${turn}`)
      : close(pick([...room.openIncidents.values()].sort()))
  const decision = decide(room, command, { by: officer, at: room.at })
  return decision.outcome === 'accepted' ? decision.events : []
}

/** All at one instant: what is newer is told by the order in the journal, not by the clock. */
const entryOf = (event: RoomEvent, { seq, at }: Room): Entry =>
  ({ ...event, seq: seq + 1, at, by: officer, cause: null, v: 1, hash: '' }) as Entry

const indexes = ({ accounts, openAlarms, openIncidents }: Room) => ({
  accounts: accounts.toJS(),
  openAlarms: openAlarms.toJS(),
  openIncidents: openIncidents.toJS(),
})

function expectSound(room: Room): void {
  const again = roomFromJson(JSON.parse(JSON.stringify(roomToJson(room))))
  expect(roomToJson(again)).toEqual(roomToJson(room))
  expect(indexes(again)).toEqual(indexes(room))
  const open = new Set(room.openAlarms.values())
  for (const alarm of room.alarms.values()) {
    if (alarm.phase === 'raised') expect(open.has(alarm.id)).toBe(true)
    expect(alarm.restoredAt === null).toBe(alarm.causes.some((cause) => cause.standing))
  }
  for (const incident of room.incidents.values()) {
    const priorities = incident.alarmIds.map((id) => room.alarms.get(id)?.priority ?? 0)
    expect(incident.priority).toBe(Math.min(...priorities))
  }
}

describe('a room after any night of signals and answers', () => {
  it('is the same from a snapshot as from the journal, and no unanswered alarm is out of sight', () => {
    fc.assert(
      fc.property(night, (happenings) => {
        let room = roomOf(sites(site('site-1'), site('site-2')))
        for (const [turn, happening] of happenings.entries()) {
          for (const event of eventsOf(room, happening, turn))
            room = evolve(room, entryOf(event, room))
          expectSound(room)
        }
      }),
      { numRuns: 150 },
    )
  })
})
