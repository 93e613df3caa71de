import fc from 'fast-check'
import type { Priority } from '../codes/kinds'
import type { Command } from '../room/commands'
import { decide } from '../room/decide'
import { emptyRoom } from '../room/empty-room'
import type { Entry, RoomEvent } from '../room/events'
import { evolve } from '../room/evolve'
import type { Room } from '../room/room'
import { unhashedEntry } from '../room/unhashed-entry'
import { receiveSignal } from '../signals/receive'
import { plainLine } from '../sites/site'
import { acknowledge, close, dispatch, officer, signal, site, sites, team, teams } from './builders'

const from = <Value>(...values: readonly Value[]) => fc.constantFrom(...values)
const accounts = ['0001', '0002', '00A1'] as const
const reported = fc.record({
  does: fc.constant('report' as const),
  account: from(...accounts),
  class: from('alarm' as const, 'alarm' as const, 'restore' as const),
  kind: from('burglary' as const, 'fire' as const),
  zone: from('1', '002', null),
  code: from('130', '131'),
  priority: from<Priority>(1, 2, 3),
})
// A number chooses among what is there, since the sequence is made before the room.
const answered = fc.record({
  does: from('acknowledge' as const, 'dispatch' as const, 'close' as const),
  which: fc.nat(20),
})
// A site that moves, and accounts that pass from one site to another.
const registered = fc.record({
  does: fc.constant('register' as const),
  rows: fc.array(
    fc.record({
      id: from('site-1', 'site-2', 'site-3'),
      account: from(...accounts),
      further: from(null, ...accounts),
      lon: from(65.7, 65.9),
    }),
    { minLength: 1, maxLength: 3 },
  ),
})

const answeredNight = fc.oneof(
  { weight: 3, arbitrary: reported },
  { weight: 2, arbitrary: answered },
)

/** Signals and answers, at sites that never change. */
export const quietRegister = fc.array(answeredNight, { maxLength: 60 })
/** Like quietRegister, but during an import: sites move, and accounts are contested. */
export const movingRegister = fc.array(
  fc.oneof({ weight: 5, arbitrary: answeredNight }, { weight: 1, arbitrary: registered }),
  { maxLength: 60 },
)
export type Happening = typeof movingRegister extends fc.Arbitrary<(infer One)[]> ? One : never

export const nightStart: readonly RoomEvent[] = [
  { type: 'unit-founded', data: { unitId: 'unit-1', name: 'Unit', demo: true } },
  teams(team('t1'), team('t2')),
  sites(site('site-1'), site('site-2')),
]

/** The events a happening leads to in this room; `turn` names what it starts. */
export function eventsOf(room: Room, happening: Happening, turn: number): readonly RoomEvent[] {
  if (happening.does === 'register') {
    const rows = happening.rows.map(({ id, account, further, lon }) =>
      site(id, {
        account,
        location: { lon, lat: 38.86 },
        ...(further && further !== account && { lines: [plainLine(further)] }),
      }),
    )
    return [sites(...rows)]
  }
  if (happening.does === 'report') {
    const { account, does: _, ...change } = happening
    return receiveSignal(room, signal(account, { ...change, signalId: `s${turn}` }), {
      alarmId: `a${turn}`,
      at: room.at,
    })
  }
  const decision = decide(room, commandOf(room, happening, turn), { by: officer, at: room.at })
  return decision.outcome === 'accepted' ? decision.events : []
}

type Answer = Exclude<Happening, { does: 'register' | 'report' }>

function commandOf(room: Room, { does, which }: Answer, turn: number): Command {
  const pick = (ids: Iterable<string>) => {
    const sorted = [...ids].sort()
    return sorted[which % Math.max(1, sorted.length)] ?? 'none'
  }
  if (does === 'acknowledge') {
    const raised = [...room.alarms.values()].filter(({ phase }) => phase === 'raised')
    return acknowledge(pick(raised.map(({ id }) => id)), `i${turn}`)
  }
  const incident = pick(room.openIncidents.values())
  return does === 'close'
    ? close(incident)
    : dispatch(incident, pick(room.teams.keys()), `as${turn}`)
}

/** All at one instant: the journal's order tells what is newer, not the clock. */
export const nextEntry = (event: RoomEvent, { seq, at }: Room): Entry =>
  unhashedEntry(event, { seq: seq + 1, at, by: officer })

export function recordedOf(happenings: readonly Happening[]): readonly RoomEvent[] {
  const all: RoomEvent[] = []
  let room = emptyRoom
  const add = (event: RoomEvent) => {
    all.push(event)
    room = evolve(room, nextEntry(event, room))
  }
  nightStart.forEach(add)
  for (const [turn, happening] of happenings.entries()) eventsOf(room, happening, turn).forEach(add)
  return all
}
