import { byFactOnly } from '../../shared/incidents/decide'
import { nextOf, planProgress, type StepProgress } from '../../shared/incidents/plan-progress'
import { outcomesOf } from '../../shared/incidents/step-outcome'
import { type Refusal, sentence } from '../../shared/lang/decision'
import type { Action } from '../console/action'
import { openDialog } from '../console/console-changes'
import type { ConsoleData, Selection } from '../console/console-store'
import { commandRefusal } from '../console/send-command'
import { incidentAbout, incidentAboutRefusal } from './incident-about'

export function nextAbout(data: ConsoleData, about: Selection): StepProgress | null {
  const incident = incidentAbout(data, about)
  return incident ? nextOf(planProgress(data.room, incident)) : null
}

function stepRefusal(next: StepProgress | null): Refusal | null {
  if (!next) return sentence('plan-complete', 'Every step of the response plan is done')
  return next.action === 'arrival' ? byFactOnly : null
}

/**
 * Does the next step of the response plan. A step that only the officer can vouch for is marked
 * done, or asks for its outcome. Sending a team and closing open their dialogs, since a key pressed
 * once too often must not do either.
 */
export const completeStepAction: Action = {
  id: 'complete-step',
  keys: 's',
  group: 'incident',
  refusal: (data, about) =>
    commandRefusal(data, 'complete-step') ??
    incidentAboutRefusal(data, about) ??
    stepRefusal(nextAbout(data, about)),
  async perform({ data, ports, send }, about) {
    const incident = incidentAbout(data, about)
    const next = nextAbout(data, about)
    if (!incident || !next) return
    const incidentId = incident.id
    if (next.action === 'dispatch') openDialog(ports, { kind: 'choose-team', incidentId })
    else if (next.action === 'close') openDialog(ports, { kind: 'close', incidentId })
    else if (outcomesOf(next).length > 0)
      openDialog(ports, { kind: 'step-outcome', incidentId, stepId: next.id })
    else await send({ type: 'complete-step', incidentId, stepId: next.id })
  },
}
