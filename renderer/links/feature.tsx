import type { Feature } from '../console/feature'
import { LinksDialog } from './LinksDialog'
import { ReceiverBanner } from './ReceiverBanner'
import { ReceiversStatus } from './ReceiversStatus'
import { showLinksAction } from './show-links-action'

declare module '../console/dialog-subjects' {
  interface DialogSubjects {
    links: object
  }
}

export const linkFeature: Feature = {
  actions: [showLinksAction],
  dialogs: { links: () => <LinksDialog /> },
  banners: [{ place: 20, Part: ReceiverBanner }],
  status: [{ place: 16, Part: ReceiversStatus }],
}
