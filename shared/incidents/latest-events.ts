import type { Alarm } from '../alarms/alarm'
import { openAlarms } from '../alarms/queue'
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

type Rooms = Pick<Room, 'alarms' | 'incidents' | 'openIncidents' | 'closedIncidents' | 'held'>

/**
 * Closed incidents searched: in any working room, older ones cannot hold one of the newest lines.
 */
const closedLookedAt = 20

/**
 * What happened last in the whole room, newest first: at most `count` lines of all logs, including
 * the alarms that came.
 */
export function latestEvents(room: Rooms, count: number): readonly RoomLine[] {
  return [...logged(room, count), ...raised(room, count), ...unknown(room)]
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

/**
 * The newest waiting alarms and those of incidents; a ledger row speaks for the alarms it keeps.
 */
function raised(room: Rooms, count: number): readonly RoomLine[] {
  const closed = lookedAt(room)
    .flatMap((id) => room.incidents.get(id)?.alarmIds ?? [])
    .flatMap((id) => room.alarms.get(id) ?? [])
    .filter(({ phase }) => phase === 'closed')
  return newest([...openAlarms(room).all, ...closed], count).map(lineOf)
}

/** The last `count` of thousands of alarms: nearly all are skipped at a glance. */
function newest(alarms: readonly Alarm[], count: number): readonly Alarm[] {
  const kept: Alarm[] = []
  for (const alarm of alarms) {
    if (alarm.bundleId !== undefined) continue
    if (kept.length === count && alarm.raisedSeq < (kept.at(-1)?.raisedSeq ?? 0)) continue
    const place = kept.findIndex(({ raisedSeq }) => raisedSeq < alarm.raisedSeq)
    kept.splice(place < 0 ? kept.length : place, 0, alarm)
    kept.length = Math.min(kept.length, count)
  }
  return kept
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
