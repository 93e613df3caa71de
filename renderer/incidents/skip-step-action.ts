import { sentence } from '../../shared/lang/decision'
import { dialogAction } from '../console/dialog-action'
import { commandRefusal } from '../console/send-command'
import { nextAbout } from './complete-step-action'
import { incidentAbout, incidentAboutRefusal } from './incident-about'

/** Skips the next step of the response plan, with a reason. */
export const skipStepAction = dialogAction({
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
  dialog(data, about) {
    const incident = incidentAbout(data, about)
    const next = nextAbout(data, about)
    return incident && next ? { kind: 'skip-step', incidentId: incident.id, stepId: next.id } : null
  },
})
