import type { Room } from '../../shared/room/room'
import { siteOf } from '../../shared/sites/account'
import type { Selection } from './console-store'

/**
 * Once anybody takes the selected alarm, the officer looks at its incident; once an unknown account
 * has a site, at that site. An incident that was only expected and did not come about leads back to
 * its alarm. Gives the same object when nothing changes.
 */
export function followSelection(selection: Selection, room: Room, before: Room = room): Selection {
  if (selection?.kind === 'held') {
    const siteId = room.held.has(selection.account)
      ? undefined
      : siteOf(room, selection.account)?.id
    return siteId === undefined ? selection : { kind: 'site', siteId }
  }
  if (selection?.kind === 'incident' && !room.incidents.has(selection.incidentId)) {
    const alarmId = before.incidents.get(selection.incidentId)?.alarmIds[0]
    if (alarmId !== undefined && room.alarms.has(alarmId))
      return followSelection({ kind: 'alarm', alarmId }, room)
  }
  if (selection?.kind !== 'alarm') return selection
  const alarm = room.alarms.get(selection.alarmId)
  if (!alarm || alarm.phase === 'raised') return selection
  return { kind: 'incident', incidentId: alarm.incidentId }
}
