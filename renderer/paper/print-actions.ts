import { sentence } from '../../shared/lang/decision'
import type { Action } from '../console/action'
import { dialogAction } from '../console/dialog-action'
import { subjectOf } from '../console/selection'
import { writePaper } from './write-paper'

const noIncident = sentence('paper-none-selected', 'Select an alarm that somebody has taken')

/** The report of the incident selected, as it stands now. */
export const printIncidentAction: Action = {
  id: 'print-incident',
  keys: 'ctrl+p',
  group: 'past',
  only: 'live',
  refusal: (data, about) => (subjectOf(data, about).incident ? null : noIncident),
  async perform({ data, ports }, about) {
    const { incident } = subjectOf(data, about)
    if (!incident) return
    const at = ports.now() + data.clockOffset
    const paper = { kind: 'incident', incidentId: incident.id, at } as const
    await writePaper(ports, { paper, format: 'pdf' })
  },
}

/** The log of a shift, for paper or for other programs. */
export const printLogAction = dialogAction({
  id: 'print-log',
  keys: 'ctrl+shift+p',
  group: 'past',
  only: 'live',
  dialog: () => ({ kind: 'print-log' }),
})
