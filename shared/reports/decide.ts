import type { Stamp } from '../accounts/stamp'
import type { AlarmEvent } from '../alarms/alarm'
import type { IncidentEvent } from '../incidents/incident'
import { choosePlan } from '../incidents/own-plan'
import { accept, type Decision, type Refusal, sentence } from '../lang/decision'
import { type Joining, joinedTo, takenFor } from '../merging/join'
import type { MergingEvent } from '../merging/merging'
import type { Room } from '../room/room'
import type { ReportCommand } from './commands'
import { type ReportEvent, reportPriority } from './report'

type Event = ReportEvent | MergingEvent | AlarmEvent | IncidentEvent

/**
 * A report opens an incident of whoever took it: an alarm would be the panel's to restore and a
 * rule's to bundle. From a site where an incident is open it joins that one, like a further alarm.
 */
export function decideReport(room: Room, command: ReportCommand, stamp: Stamp): Decision<Event> {
  const refusal = reportRefusal(room, command)
  if (refusal) return { outcome: 'refused', refusal }
  const { reportId, siteId, linkTo } = command
  const target = targetOf(room, command, stamp)
  if ('code' in target) return { outcome: 'refused', refusal: target }
  const open = siteId === undefined ? undefined : openAt(room, siteId, target)
  const incidentId = open ?? reportId
  const joined = target.incidentId === null ? [] : joinedTo(room, incidentId, target.incidentId)
  if ('code' in joined) return { outcome: 'refused', refusal: joined }
  return accept<Event>(
    ...target.events,
    reported(room, command, open),
    ...joined,
    ...(linkTo === undefined || linkTo === incidentId ? [] : [linked(incidentId, linkTo)]),
  )
}

function reportRefusal(
  room: Room,
  { reportId, siteId, place, linkTo }: ReportCommand,
): Refusal | null {
  if ((siteId === undefined) === (place === undefined))
    return sentence('report-place', 'A report needs a site or a place, and only one of them')
  if (siteId !== undefined && !room.sites.has(siteId))
    return sentence('site-unknown', 'There is no such site')
  if (room.incidents.has(reportId) || room.sites.has(reportId))
    return sentence('id-taken', 'The id {id} is in use already', { id: reportId })
  if (linkTo !== undefined && !room.incidents.has(linkTo))
    return sentence('incident-unknown', 'This incident is not in the room any more')
  return null
}

const nothing: Joining = { incidentId: null, siteId: null, events: [] }

/** What the caller speaks of as well, once it is in hand. */
function targetOf(room: Room, { sameAs }: ReportCommand, stamp: Stamp): Joining | Refusal {
  if (sameAs === undefined) return nothing
  if ('incidentId' in sameAs) return { ...nothing, incidentId: sameAs.incidentId }
  const { alarmId, takenAs } = sameAs
  const alarm = room.alarms.get(alarmId)
  // A colleague has it meanwhile: that incident is meant. What was said is not lost for it.
  if (alarm?.phase === 'acknowledged') return { ...nothing, incidentId: alarm.incidentId }
  return takenFor(room, { alarmId, incidentId: takenAs }, stamp)
}

/** The incident open at the site, or about to be. */
const openAt = (room: Room, siteId: string, target: Joining): string | undefined =>
  target.siteId === siteId ? (target.incidentId ?? undefined) : room.openIncidents.get(siteId)

function reported(room: Room, command: ReportCommand, open: string | undefined): ReportEvent {
  const { reportId, place, kind, text, callerName, callerPhone } = command
  const { siteId = reportId } = command
  const said = {
    ...{ kind, priority: reportPriority(kind), text },
    ...(callerName && { callerName }),
    ...(callerPhone && { callerPhone }),
  }
  if (open !== undefined)
    return { type: 'incident-report-added', data: { incidentId: open, ...said } }
  const plan = choosePlan(room, { siteId, kind }, room.seq)
  const data = { incidentId: reportId, siteId, ...(place && { place }), plan, ...said }
  return { type: 'incident-reported', data }
}

const linked = (incidentId: string, withId: string): MergingEvent => ({
  type: 'incidents-linked',
  data: { incidentId, withId },
})
