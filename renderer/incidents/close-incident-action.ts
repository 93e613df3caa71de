import { closeRefusal } from '../../shared/incidents/decide'
import { dialogAction } from '../console/dialog-action'
import { commandRefusal } from '../console/send-command'
import { incidentAbout, incidentPresent } from './incident-about'

/** Asks how the incident ended. Refused while a team is still out, since it would be forgotten. */
export const closeIncidentAction = dialogAction({
  id: 'close-incident',
  keys: 'c',
  group: 'incident',
  refusal: (data, about) =>
    commandRefusal(data, 'close-incident') ??
    incidentPresent(data, about) ??
    closeRefusal(data.room, incidentAbout(data, about) ?? undefined),
  dialog(data, about) {
    const incident = incidentAbout(data, about)
    return incident ? { kind: 'close', incidentId: incident.id } : null
  },
})
