import { callSecondAction } from '../console/call-second-action'
import type { Feature } from '../console/feature'
import { EscalationNote } from './EscalationNote'
import { EscalationTimesDialog } from './EscalationTimesDialog'
import { showEscalationTimesAction } from './show-escalation-times-action'

declare module '../console/dialog-subjects' {
  interface DialogSubjects {
    'escalation-times': object
  }
}

export const escalationFeature: Feature = {
  actions: [callSecondAction, showEscalationTimesAction],
  dialogs: { 'escalation-times': () => <EscalationTimesDialog /> },
  cardParts: [{ cards: ['alarm', 'incident'], region: 'head', place: 45, Part: EscalationNote }],
}
