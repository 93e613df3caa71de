import { dialogAction } from '../console/dialog-action'
import { commandRefusal } from '../console/send-command'
import { incidentAbout, incidentPresent } from './incident-about'

/** A note may be added after closing too: the record needs what is learnt late. */
export const addNoteAction = dialogAction({
  id: 'add-note',
  keys: 'n',
  group: 'incident',
  refusal: (data, about) => commandRefusal(data, 'add-note') ?? incidentPresent(data, about),
  dialog(data, about) {
    const incident = incidentAbout(data, about)
    return incident ? { kind: 'note', incidentId: incident.id } : null
  },
})
