import type { Stamp } from '../accounts/stamp'
import type { Incident } from '../incidents/incident'
import { logLine } from '../incidents/log-line'
import { choosePlan, ledBy } from '../incidents/own-plan'
import { accept, type Decision, type Refusal, refuse } from '../lang/decision'
import { changeRow } from '../lang/table'
import type { Room } from '../room/room'
import { undoGoneOn, undoRefusal } from '../undo/undo-rule'
import { type Alarm, type AlarmEntry, type AlarmEvent, openAlarmKey } from './alarm'
import type { AlarmCommand } from './commands'
import { alarmFacts, recounted } from './fold'

type Taken = Extract<Alarm, { phase: 'acknowledged' }>

/** Takes an acknowledgement back: the alarm waits for everybody, as before. */
export function decideRelease(
  room: Room,
  { alarmId }: AlarmCommand<'release-alarm'>,
  stamp: Stamp,
): Decision<AlarmEvent> {
  const alarm = room.alarms.get(alarmId)
  if (!alarm) return refuse('alarm-unknown', 'This alarm is not in the room any more')
  if (alarm.phase !== 'acknowledged') return { outcome: 'refused', refusal: undoGoneOn }
  const refusal = releaseRefusal(room, alarm, stamp)
  if (refusal) return { outcome: 'refused', refusal }
  return accept({ type: 'alarm-released', data: { alarmId, incidentId: alarm.incidentId } })
}

function releaseRefusal(room: Room, alarm: Taken, stamp: Stamp): Refusal | null {
  const { acknowledgedById: byId, acknowledgedBy: by, acknowledgedAt: at } = alarm
  const incident = room.incidents.get(alarm.incidentId)
  const refusal = undoRefusal(stamp, { byId, by, at })
  if (refusal) return refusal
  // An alarm taken at the instant it came never waited for anybody.
  const waited = alarm.raisedAt !== at
  // One site and kind must not have two unanswered alarms.
  const newest = room.openAlarms.get(openAlarmKey(alarm.siteId, alarm.kind)) === alarm.id
  return waited && newest && incident && takenLast(incident, alarm.id) ? null : undoGoneOn
}

/** Whether taking this alarm is the last thing that happened to the incident. */
function takenLast({ alarmIds, log }: Incident, alarmId: string): boolean {
  const last = log.at(-1)?.type
  return alarmIds.length === 1
    ? last === 'incident-opened'
    : last === 'incident-alarm-added' && alarmIds.at(-1) === alarmId
}

/**
 * The alarm waits again. An incident opened for it alone leaves the room, and its log stays with
 * the alarm; an incident it joined loses it.
 */
export function foldReleased(room: Room, entry: AlarmEntry<'alarm-released'>): Room {
  const { alarmId, incidentId } = entry.data
  const before = room.alarms.get(alarmId)
  const incident = room.incidents.get(incidentId)
  if (!before || !incident) return room
  const line = logLine(entry, { alarm: alarmId })
  const alone = incident.alarmIds.length === 1
  const alarm: Alarm = {
    ...alarmFacts(before),
    ...(alone && { released: [...incident.log, line].slice(-keptReleased) }),
    phase: 'raised',
  }
  const alarms = room.alarms.set(alarmId, alarm)
  const next = { ...room, alarms, bundles: recounted(room, alarms, alarmId) }
  if (!alone)
    return {
      ...next,
      incidents: changeRow(room.incidents, incidentId, (joined) => ({
        ...withoutAlarm(room, joined, alarmId),
        log: [...joined.log, line],
      })),
    }
  return {
    ...next,
    incidents: room.incidents.delete(incidentId),
    openIncidents: room.openIncidents.delete(incident.siteId),
  }
}

/** Log lines kept of an alarm that is taken and given back again and again; the journal has all. */
const keptReleased = 20

/** The incident as its remaining alarms make it: kind, priority and plan. */
function withoutAlarm(room: Room, incident: Incident, alarmId: string): Incident {
  const alarmIds = incident.alarmIds.filter((id) => id !== alarmId)
  const [first, ...others] = alarmIds.flatMap((id) => room.alarms.get(id) ?? [])
  if (!first) return incident
  const { kind, priority, siteId } = first
  const { plan } = incident
  const begun: Incident = {
    ...{ ...incident, alarmIds, kind, priority },
    ...(plan && { plan: { ...choosePlan(room, { siteId, kind }, plan.asOf), asOf: plan.asOf } }),
  }
  return others.reduce((led, alarm) => ledBy(room, led, alarm), begun)
}
