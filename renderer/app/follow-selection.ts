import type { Room } from '../../shared/console/room'
import type { Selection } from './console-store'

/**
 * Once the selected alarm is taken, by whomever, the officer looks at its incident; at its site, once an unknown account
 * has one. Gives the same object when nothing
 * follows.
 */
export function followSelection(selection: Selection, room: Room): Selection {
  if (selection?.kind === 'held') {
    const siteId = room.held.has(selection.account) ? undefined : room.accounts.get(selection.account)
    return siteId === undefined ? selection : { kind: 'site', siteId }
  }
  if (selection?.kind !== 'alarm') return selection
  const alarm = room.alarms.get(selection.alarmId)
  if (!alarm || alarm.phase === 'raised') return selection
  return { kind: 'incident', incidentId: alarm.incidentId }
}
