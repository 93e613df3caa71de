import type { Feature } from '../console/feature'
import { ReceiverLinesDialog } from './ReceiverLinesDialog'
import { ReceiversStatus } from './ReceiversStatus'
import { receiverPart } from './receiver-part'
import { showReceiverLinesAction } from './show-receiver-lines-action'

declare module '../console/dialog-subjects' {
  interface DialogSubjects {
    'receiver-lines': object
  }
}

export const receiverLineFeature: Feature = {
  actions: [showReceiverLinesAction],
  dialogs: { 'receiver-lines': () => <ReceiverLinesDialog /> },
  states: [receiverPart],
  status: [{ place: 16, Part: ReceiversStatus }],
}
