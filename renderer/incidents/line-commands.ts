import { type LineCommand, lineOfAction, lineOfCommand } from '../console/line-command'
import { completeStepAction } from './complete-step-action'
import { incidentAbout, incidentPresent, noIncident } from './incident-about'

const closeLine: LineCommand = lineOfCommand(
  (data, { about, disposition, text: remark }) => {
    const incident = incidentAbout(data, about)
    return incident && disposition
      ? { type: 'close-incident', incidentId: incident.id, disposition, remark }
      : (incidentPresent(data, about) ?? noIncident)
  },
  { id: 'close-incident', words: ['close', 'c'], takes: ['disposition'], may: ['text'] },
)

const noteLine: LineCommand = lineOfCommand(
  (data, { about, text }, newId) => {
    const incident = incidentAbout(data, about)
    return incident
      ? { type: 'add-note', incidentId: incident.id, noteId: newId(), text }
      : (incidentPresent(data, about) ?? noIncident)
  },
  { id: 'add-note', words: ['note', 'n'], takes: ['text'] },
)

export const incidentLine: readonly LineCommand[] = [
  closeLine,
  noteLine,
  lineOfAction(completeStepAction, { id: 'complete-step', words: ['step', 's'] }),
]
