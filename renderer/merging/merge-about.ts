import type { Incident } from '../../shared/incidents/incident'
import { partsOf } from '../../shared/incidents/whole'
import { type Likely, likelySame } from '../../shared/merging/likely-same'
import type { Command } from '../../shared/room/commands'
import type { Room } from '../../shared/room/room'
import type { ConsoleData, Selection } from '../console/console-store'
import { subjectOf } from '../console/selection'

/** What is open near the selected incident or alarm and is likely the same event. */
export function likelyAbout(data: Pick<ConsoleData, 'room'>, about: Selection): readonly Likely[] {
  const { room } = data
  const { incident, alarm, scene } = subjectOf(data, about)
  if (!scene) return []
  if (incident) {
    if (incident.phase === 'closed') return []
    const { id, kind, openedAt: at, place } = incident
    const own = { siteId: scene.id, location: scene.location, kind, at }
    return likelySame(room, { ...own, ...(place?.rough && { rough: true }) }, { incidentId: id })
  }
  if (alarm?.phase !== 'raised') return []
  const { id: alarmId, kind, raisedAt: at } = alarm
  const own = { siteId: scene.id, location: scene.location, kind, at }
  // Taking the alarm joins the incident of its site by itself; two alarms need an incident first.
  return likelySame(room, own, { alarmId }).filter(
    (one) => one.of === 'incident' && one.siteId !== alarm.siteId,
  )
}

/** What is worked on as one with the incident, besides itself. */
export const mergedIn = (room: Pick<Room, 'incidents'>, incident: Incident): readonly Incident[] =>
  partsOf(room, room.incidents.get(incident.id) ?? incident).slice(1)

/** Merges what is selected with the other: the selected incident stays, an alarm goes into it. */
export function mergeCommand(
  data: ConsoleData,
  about: Selection,
  other: Likely,
  newId: () => string,
): Command | null {
  const { incident, alarm } = subjectOf(data, about)
  if (incident)
    return other.of === 'incident'
      ? { type: 'merge-incident', incidentId: other.incidentId, intoId: incident.id }
      : {
          ...{ type: 'merge-alarm', alarmId: other.alarmId, incidentId: newId() },
          intoId: incident.id,
        }
  if (alarm?.phase !== 'raised' || other.of === 'alarm') return null
  const { id: alarmId } = alarm
  return { type: 'merge-alarm', alarmId, incidentId: newId(), intoId: other.incidentId }
}
