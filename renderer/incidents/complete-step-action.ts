import { nextOf, planProgress, type StepProgress } from '../../shared/incidents/plan-progress'
import { sentence } from '../../shared/lang/decision'
import type { Action } from '../app/action'
import { openDialog } from '../app/console-changes'
import type { ConsoleData, Selection } from '../app/console-store'
import { commandRefusal } from '../app/send-command'
import { incidentAbout, incidentAboutRefusal } from './incident-about'

function nextAbout(data: ConsoleData, about: Selection): StepProgress | null {
  const incident = incidentAbout(data, about)
  return incident ? nextOf(planProgress(data.room, incident, data.room.sites.get(incident.siteId))) : null
}

/**
 * Does the next step of the response plan. A step that only the officer can vouch for is marked done; sending a team and
 * closing open their dialog, since a key pressed once too often must not do either.
 */
export const completeStepAction: Action = {
  id: 'complete-step',
  keys: 's',
  refusal: (data, about) =>
    commandRefusal(data, 'complete-step') ??
    incidentAboutRefusal(data, about) ??
    (nextAbout(data, about) ? null : sentence('plan-complete', 'Every step of the response plan is done')),
  async perform({ data, ports, send }, about) {
    const incident = incidentAbout(data, about)
    const next = nextAbout(data, about)
    if (!incident || !next) return
    if (next.action === 'dispatch') openDialog(ports, { kind: 'choose-team', incidentId: incident.id })
    else if (next.action === 'close') openDialog(ports, { kind: 'close', incidentId: incident.id })
    else await send({ type: 'complete-step', incidentId: incident.id, stepId: next.id })
  },
}
