import { useTranslation } from 'react-i18next'
import { assertNever } from '../../shared/lang/assert-never'
import { useConsole } from '../console/console-context'
import type { OpenDialog } from '../console/console-store'
import { CloseDialog } from '../incidents/CloseDialog'
import { NoteDialog } from '../incidents/NoteDialog'
import { SkipStepDialog } from '../incidents/SkipStepDialog'
import { StepOutcomeDialog } from '../incidents/StepOutcomeDialog'
import { LinksDialog } from '../links/LinksDialog'
import { StartTestDialog } from '../on-test/StartTestDialog'
import { TestsDialog } from '../on-test/TestsDialog'
import { OpenReplayDialog } from '../replay/OpenReplayDialog'
import { QuarantineDialog } from '../signals/QuarantineDialog'
import { SetAsideDialog } from '../signals/SetAsideDialog'
import { AttachAccountDialog } from '../sites/AttachAccountDialog'
import { DuressWordsDialog } from '../sites/DuressWordsDialog'
import { FindSiteDialog } from '../sites/FindSiteDialog'
import { CancelDispatchDialog } from '../teams/CancelDispatchDialog'
import { ChooseTeamDialog } from '../teams/ChooseTeamDialog'
import { OutOfServiceDialog } from '../teams/OutOfServiceDialog'
import { ReassignDialog } from '../teams/ReassignDialog'
import { CloseFoldDialog } from '../triage/CloseFoldDialog'
import { FoldDialog } from '../triage/FoldDialog'
import { DialogNote } from '../ui/Dialog'
import { KeyCap } from '../ui/KeyCap'
import { KeysDialog } from './KeysDialog'
import { OutboxDialog } from './OutboxDialog'

/**
 * The dialog that is open, docked beside the card; its foot says how to go to a new alarm from it.
 */
export function Dialogs() {
  const { t } = useTranslation()
  const dialog = useConsole((data) => data.dialog)
  const live = useConsole((data) => data.mode === 'live')
  if (!dialog) return null
  const note = live ? (
    <>
      {t('app:new-alarm')} <KeyCap keys="ctrl+space" />
    </>
  ) : null
  return (
    <DialogNote value={note}>
      <OneDialog dialog={dialog} />
    </DialogNote>
  )
}

/** A new subject is a new dialog: nothing typed for one incident may end up with another. */
function OneDialog({ dialog }: { dialog: NonNullable<OpenDialog> }) {
  switch (dialog.kind) {
    case 'choose-team':
      return <ChooseTeamDialog key={dialog.incidentId} incidentId={dialog.incidentId} />
    case 'note':
      return <NoteDialog key={dialog.incidentId} incidentId={dialog.incidentId} />
    case 'step-outcome':
      return <StepOutcomeDialog key={`${dialog.incidentId}/${dialog.stepId}`} {...dialog} />
    case 'skip-step':
      return <SkipStepDialog key={`${dialog.incidentId}/${dialog.stepId}`} {...dialog} />
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
    case 'set-aside':
      return <SetAsideDialog key={dialog.account} account={dialog.account} />
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
    case 'keys':
      return <KeysDialog />
    default:
      return assertNever(dialog)
  }
}
