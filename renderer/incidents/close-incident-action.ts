import { closeRefusal } from '../../shared/incidents/decide'
import type { Action } from '../console/action'
import { openDialog } from '../console/console-changes'
import { commandRefusal } from '../console/send-command'
import { incidentAbout, incidentPresent } from './incident-about'

/** Asks how the incident ended; not while a team is still out, which would be forgotten. */
export const closeIncidentAction: Action = {
  id: 'close-incident',
  keys: 'c',
  group: 'incident',
  refusal: (data, about) =>
    commandRefusal(data, 'close-incident') ??
    incidentPresent(data, about) ??
    closeRefusal(data.room, incidentAbout(data, about) ?? undefined),
  perform({ data, ports }, about) {
    const incident = incidentAbout(data, about)
    if (incident) openDialog(ports, { kind: 'close', incidentId: incident.id })
  },
}
