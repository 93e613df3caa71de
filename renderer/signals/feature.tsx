import type { Feature } from '../console/feature'
import { AttachAccountDialog } from './AttachAccountDialog'
import { attachAccountAction } from './attach-account-action'
import { HeldCard } from './HeldCard'
import { QuarantineDialog } from './QuarantineDialog'
import { QuarantineStatus } from './QuarantineStatus'
import { RawSignalsDialog } from './RawSignalsDialog'
import { SetAsideDialog } from './SetAsideDialog'
import { setAsideAction } from './set-aside-action'
import { showQuarantineAction } from './show-quarantine-action'
import { showRawAction } from './show-raw-action'
import { UnknownAccountsRow } from './UnknownAccountsRow'

declare module '../console/dialog-subjects' {
  interface DialogSubjects {
    quarantine: object
    'attach-account': { account: string }
    'set-aside': { account: string }
    'raw-signals': { siteId: string }
  }
}

export const signalFeature: Feature = {
  actions: [showQuarantineAction, attachAccountAction, setAsideAction, showRawAction],
  dialogs: {
    quarantine: () => <QuarantineDialog />,
    'attach-account': (about) => <AttachAccountDialog {...about} />,
    'set-aside': (about) => <SetAsideDialog {...about} />,
    'raw-signals': (about) => <RawSignalsDialog {...about} />,
  },
  cards: { held: ({ account }) => <HeldCard account={account} /> },
  ledger: [{ place: 10, stands: (room) => room.held.size > 0, Part: UnknownAccountsRow }],
  status: [{ place: 12, Part: QuarantineStatus }],
}
