import type { Feature } from '../console/feature'
import { ReceiverBanner } from './ReceiverBanner'
import { ReceiverLinesDialog } from './ReceiverLinesDialog'
import { ReceiversStatus } from './ReceiversStatus'
import { showReceiverLinesAction } from './show-receiver-lines-action'

declare module '../console/dialog-subjects' {
  interface DialogSubjects {
    'receiver-lines': object
  }
}

export const receiverLineFeature: Feature = {
  actions: [showReceiverLinesAction],
  dialogs: { 'receiver-lines': () => <ReceiverLinesDialog /> },
  banners: [{ place: 20, Part: ReceiverBanner }],
  status: [{ place: 16, Part: ReceiversStatus }],
}
