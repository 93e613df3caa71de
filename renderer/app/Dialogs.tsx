import { assertNever } from '../../shared/lang/assert-never'
import { CloseDialog } from '../incidents/CloseDialog'
import { NoteDialog } from '../incidents/NoteDialog'
import { LinksDialog } from '../links/LinksDialog'
import { StartTestDialog } from '../on-test/StartTestDialog'
import { TestsDialog } from '../on-test/TestsDialog'
import { OpenReplayDialog } from '../replay/OpenReplayDialog'
import { QuarantineDialog } from '../signals/QuarantineDialog'
import { AttachAccountDialog } from '../sites/AttachAccountDialog'
import { DuressWordsDialog } from '../sites/DuressWordsDialog'
import { FindSiteDialog } from '../sites/FindSiteDialog'
import { CancelDispatchDialog } from '../teams/CancelDispatchDialog'
import { ChooseTeamDialog } from '../teams/ChooseTeamDialog'
import { OutOfServiceDialog } from '../teams/OutOfServiceDialog'
import { ReassignDialog } from '../teams/ReassignDialog'
import { CloseFoldDialog } from '../triage/CloseFoldDialog'
import { FoldDialog } from '../triage/FoldDialog'
import { useConsole } from './console-context'
import { OutboxDialog } from './OutboxDialog'

/** The dialog that is open. A new subject is a new dialog: nothing typed for one incident may end up with another. */
export function Dialogs() {
  const dialog = useConsole((data) => data.dialog)
  if (!dialog) return null
  switch (dialog.kind) {
    case 'choose-team':
      return <ChooseTeamDialog key={dialog.incidentId} incidentId={dialog.incidentId} />
    case 'note':
      return <NoteDialog key={dialog.incidentId} incidentId={dialog.incidentId} />
    case 'close':
      return <CloseDialog key={dialog.incidentId} incidentId={dialog.incidentId} />
    case 'reassign':
      return <ReassignDialog key={dialog.assignmentId} assignmentId={dialog.assignmentId} />
    case 'cancel-dispatch':
      return <CancelDispatchDialog key={dialog.assignmentId} assignmentId={dialog.assignmentId} />
    case 'out-of-service':
      return <OutOfServiceDialog key={dialog.teamId} teamId={dialog.teamId} />
    case 'open-replay':
      return <OpenReplayDialog />
    case 'quarantine':
      return <QuarantineDialog />
    case 'attach-account':
      return <AttachAccountDialog key={dialog.account} account={dialog.account} />
    case 'find-site':
      return <FindSiteDialog />
    case 'duress-words':
      return <DuressWordsDialog key={dialog.siteId} siteId={dialog.siteId} />
    case 'start-test':
      return <StartTestDialog key={dialog.siteId} siteId={dialog.siteId} />
    case 'tests':
      return <TestsDialog testId={dialog.testId} />
    case 'links':
      return <LinksDialog />
    case 'fold':
      return <FoldDialog key={dialog.foldId} foldId={dialog.foldId} />
    case 'close-fold':
      return <CloseFoldDialog key={dialog.foldId} foldId={dialog.foldId} />
    case 'outbox':
      return <OutboxDialog />
    // Drawn beside this one, from the same list the keyboard obeys.
    case 'keys':
      return null
    default:
      return assertNever(dialog)
  }
}
