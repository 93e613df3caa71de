import type { Action } from '../console/action'
import { openDialog } from '../console/console-changes'
import { commandRefusal } from '../console/send-command'
import { incidentAbout, incidentPresent } from './incident-about'

/** A note may be added after closing too: what is learnt late belongs in the record as well. */
export const addNoteAction: Action = {
  id: 'add-note',
  keys: 'n',
  group: 'incident',
  refusal: (data, about) => commandRefusal(data, 'add-note') ?? incidentPresent(data, about),
  perform({ data, ports }, about) {
    const incident = incidentAbout(data, about)
    if (incident) openDialog(ports, { kind: 'note', incidentId: incident.id })
  },
}
