import type { Alarm } from '../alarms/alarm'
import type { Room } from '../room/room'
import { alarmedAccounts } from '../signals/held-alarm'
import type { LogLine } from './incident'

/** A line of some incident's log, or an alarm that came, with what it belongs to. */
export interface RoomLine {
  readonly line: LogLine
  readonly about:
    | { readonly kind: 'incident'; readonly incidentId: string }
    | { readonly kind: 'alarm'; readonly alarmId: string }
    | { readonly kind: 'held'; readonly account: string }
  /** Null for an account that nobody knows. */
  readonly siteId: string | null
}

type Rooms = Pick<
  Room,
  'alarms' | 'openAlarms' | 'incidents' | 'openIncidents' | 'closedIncidents' | 'held'
>

/**
 * Closed incidents looked at: older ones cannot hold one of the newest lines in any room that is
 * being worked in.
 */
const closedLookedAt = 20

/**
 * What happened last in the whole room, newest first: at most `count` lines of all logs, and the
 * alarms that came.
 */
export function latestEvents(room: Rooms, count: number): readonly RoomLine[] {
  return [...logged(room, count), ...raised(room), ...unknown(room)]
    .sort((a, b) => b.line.seq - a.line.seq)
    .slice(0, count)
}

const lookedAt = ({ openIncidents, closedIncidents }: Rooms): readonly string[] => [
  ...openIncidents.values(),
  ...closedIncidents.slice(-closedLookedAt),
]

const logged = (room: Rooms, count: number): readonly RoomLine[] =>
  lookedAt(room).flatMap((incidentId) => {
    const incident = room.incidents.get(incidentId)
    if (!incident) return []
    const about = { kind: 'incident', incidentId } as const
    return incident.log.slice(-count).map((line) => ({ line, about, siteId: incident.siteId }))
  })

/** Alarms that wait and those of the incidents; a row of the ledger speaks for what it keeps. */
function raised(room: Rooms): readonly RoomLine[] {
  const taken = lookedAt(room).flatMap((id) => room.incidents.get(id)?.alarmIds ?? [])
  return [...new Set([...room.openAlarms.values(), ...taken])].flatMap((id) => {
    const alarm = room.alarms.get(id)
    return alarm && alarm.foldId === undefined ? [lineOf(alarm)] : []
  })
}

const lineOf = ({ id, siteId, kind, raisedAt, raisedSeq }: Alarm): RoomLine => ({
  line: { seq: raisedSeq, at: raisedAt, by: '', type: 'alarm-raised', params: { kind } },
  about: { kind: 'alarm', alarmId: id },
  siteId,
})

const unknown = ({ held }: Rooms): readonly RoomLine[] =>
  alarmedAccounts(held).map(({ account, alarm: { kind, raisedAt, raisedSeq } }) => ({
    line: { seq: raisedSeq, at: raisedAt, by: '', type: 'alarm-raised', params: { kind } },
    about: { kind: 'held', account },
    siteId: null,
  }))
