import { sentence } from '../../shared/lang/decision'
import type { Action } from '../console/action'
import { openDialog } from '../console/console-changes'
import { commandRefusal } from '../console/send-command'
import { nextAbout } from './complete-step-action'
import { incidentAbout, incidentAboutRefusal } from './incident-about'

/** Passes over the next step of the response plan, with a reason. */
export const skipStepAction: Action = {
  id: 'skip-step',
  keys: 'shift+s',
  group: 'incident',
  refusal(data, about) {
    const general = commandRefusal(data, 'skip-step') ?? incidentAboutRefusal(data, about)
    if (general) return general
    const next = nextAbout(data, about)
    if (!next) return sentence('plan-complete', 'Every step of the response plan is done')
    return next.action === 'close'
      ? sentence(
          'step-not-skippable',
          'An incident is closed with its cause; that step cannot be skipped',
        )
      : null
  },
  perform({ data, ports }, about) {
    const incident = incidentAbout(data, about)
    const next = nextAbout(data, about)
    if (incident && next)
      openDialog(ports, { kind: 'skip-step', incidentId: incident.id, stepId: next.id })
  },
}
