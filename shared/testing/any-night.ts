import fc from 'fast-check'
import type { Actor } from '../accounts/actor'
import { dispositions } from '../alarms/alarm'
import { minute } from '../lang/instant'
import type { Command } from '../room/commands'
import { decide } from '../room/decide'
import { emptyRoom } from '../room/empty-room'
import type { Entry, RoomEvent } from '../room/events'
import { evolve } from '../room/evolve'
import type { Room } from '../room/room'
import { unhashedEntry } from '../room/unhashed-entry'
import { receiveSignal } from '../signals/receive'
import { progressSteps } from '../teams/assignment'
import {
  acknowledge,
  crewOf,
  dispatch,
  nearest,
  officer,
  officer2,
  progress,
  receiver,
  signal,
  site,
  sites,
  team,
  teams,
} from './builders'
import { night } from './live-room'

/*
 * Random nights: signals, and officers and crews who at each point do something possible. The sites
 * are in one town, so that a power cut becomes a bundle now and then.
 */

const siteCount = 8
const account = (n: number) => (0xa00 + n).toString(16).toUpperCase()
const register: readonly RoomEvent[] = [
  {
    type: 'unit-founded',
    data: { unitId: 'unit-1', name: 'Qarshi', demo: false },
  },
  sites(...Array.from({ length: siteCount }, (_, n) => site(`site-${n}`, { account: account(n) }))),
  teams(team('q1'), team('q2'), team('q3')),
]

const from = <Value>(...values: readonly Value[]) => fc.constantFrom(...values)
const step = fc.record({
  does: from(
    ...(['signal', 'signal', 'signal', 'restore', 'arming', 'power-cut', 'unknown'] as const),
    ...(['take', 'take', 'send', 'send', 'report', 'report', 'report', 'report'] as const),
    ...(['reassign', 'cancel', 'note', 'close', 'close', 'test', 'register', 'settle'] as const),
  ),
  which: fc.nat(1_000),
  other: fc.nat(1_000),
  minutes: from(0, 0, 1, 7, 45),
})
export type NightStep = Readonly<{
  does: string
  which: number
  other: number
  minutes: number
}>

/** The entries of a random night, in order, without a hash chain. */
export const anyNight = (longest = 60): fc.Arbitrary<readonly Entry[]> =>
  fc.array(step, { maxLength: longest }).map(nightOf)

export function nightOf(steps: readonly NightStep[]): readonly Entry[] {
  const entries: Entry[] = []
  let room: Room = emptyRoom
  let at = night
  const happen = (events: readonly RoomEvent[], by: Actor) => {
    for (const event of events) {
      const entry = unhashedEntry(event, { seq: room.seq + 1, at, by })
      entries.push(entry)
      room = evolve(room, entry)
    }
  }
  happen(register, officer)
  for (const [index, { does, which, other, minutes }] of steps.entries()) {
    at += minutes * minute
    const by = other % 3 === 0 ? officer2 : officer
    const choice = { does, which, other, name: `n${index}` }
    for (const said of signalsOf(choice)) {
      const alarmId = `alarm-${entries.length}`
      happen(receiveSignal(room, said, { alarmId, at }), receiver)
    }
    const command = commandOf(room, choice)
    const crew = command?.type === 'report-progress' && other % 2 === 0
    const giver = crew ? crewOf(room.assignments.get(command.assignmentId)?.teamId ?? '') : by
    const decision = command && decide(room, command, { by: giver, at })
    if (decision?.outcome === 'accepted') happen(decision.events, giver)
    if (does === 'register') happen([renamed(which)], officer)
  }
  return entries
}

interface Choice {
  readonly does: string
  readonly which: number
  readonly other: number
  readonly name: string
}

const renamed = (which: number): RoomEvent => {
  const n = which % siteCount
  return sites(site(`site-${n}`, { account: account(n), name: `Maktab №${which}` }))
}

function signalsOf({ does, which, other, name }: Choice) {
  const of = (n: number, change: Parameters<typeof signal>[1]) =>
    signal(account(n % siteCount), { signalId: `${name}-${n}`, ...change })
  const zone = String(1 + (other % 2))
  switch (does) {
    case 'signal': {
      const [kind, code, priority] = other % 4 === 0 ? hold : burglary
      return [of(which, { zone, kind, code, priority })]
    }
    case 'restore':
      return [of(which, { zone, class: 'restore', qualifier: 'restore' })]
    case 'arming':
      return [of(which, { class: other % 2 ? 'opening' : 'closing', kind: 'opening', code: '401' })]
    case 'power-cut':
      return Array.from({ length: siteCount }, (_, n) =>
        of(n, { class: 'trouble', kind: 'power', code: '301', priority: 3, zone: null }),
      )
    case 'unknown':
      return [signal('FFF', { signalId: name, text: 'Kirish eshigi' })]
    default:
      return []
  }
}
const burglary = ['burglary', '130', 2] as const
const hold = ['hold-up', '122', 1] as const

const one = <Row>(rows: Iterable<Row>, which: number): Row | undefined => {
  const all = [...rows]
  return all[which % Math.max(1, all.length)]
}

function commandOf(room: Room, { does, which, other, name }: Choice): Command | undefined {
  const incident = one(
    [...room.incidents.values()].filter(({ phase }) => phase === 'open'),
    which,
  )
  const run = one(room.assignments.values(), which)
  const disposition = dispositions[other % dispositions.length] ?? 'true-alarm'
  switch (does) {
    case 'take': {
      const waiting = [...room.alarms.values()].filter(({ phase }) => phase === 'raised')
      const alarm = one(waiting, which)
      return alarm && acknowledge(alarm.id, `incident-${name}`)
    }
    case 'send':
      return incident && dispatch(incident.id, `q${1 + (other % 3)}`, `run-${name}`)
    case 'report':
      return run && progress(run.id, progressSteps[other % progressSteps.length] ?? 'cleared')
    case 'reassign':
      return (
        run &&
        incident && {
          type: 'reassign-team',
          ...{ assignmentId: run.id, newAssignmentId: `run-${name}`, toIncidentId: incident.id },
          ...{ reason: 'closer', dispatch: nearest },
        }
      )
    case 'cancel':
      return run && { type: 'cancel-dispatch', assignmentId: run.id, reason: 'called back' }
    case 'note':
      return (
        incident && {
          type: 'add-note',
          incidentId: incident.id,
          noteId: name,
          text: 'Шаҳрисабз yoʻli',
        }
      )
    case 'close':
      return (
        incident && {
          type: 'close-incident',
          incidentId: incident.id,
          disposition,
          remark: 'Eshik yopiq',
        }
      )
    case 'test':
      return {
        type: 'start-test',
        testId: name,
        siteId: `site-${which % siteCount}`,
        zones: null,
        minutes: 30,
        reason: 'Service',
      }
    case 'settle': {
      const bundle = one(room.bundles.values(), which)
      if (!bundle) return undefined
      return other % 2
        ? { type: 'unbundle', bundleId: bundle.id }
        : { type: 'close-bundle', bundleId: bundle.id, disposition, remark: 'Power is back' }
    }
    default:
      return undefined
  }
}
