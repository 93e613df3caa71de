import { acknowledgeAction } from '../alarms/acknowledge-action'
import { queueMoveActions } from '../alarms/queue-move-actions'
import { takeNextAction } from '../alarms/take-next-action'
import type { Action } from '../console/action'
import type { ConsoleData } from '../console/console-store'
import { addNoteAction } from '../incidents/add-note-action'
import { closeIncidentAction } from '../incidents/close-incident-action'
import { completeStepAction } from '../incidents/complete-step-action'
import { skipStepAction } from '../incidents/skip-step-action'
import { showLinksAction } from '../links/show-links-action'
import { endTestAction, showTestsAction, startTestAction } from '../on-test/test-actions'
import { testBeaconAction } from '../peripherals/test-beacon-action'
import { openReplayAction } from '../replay/open-replay-action'
import { replayActions } from '../replay/replay-actions'
import { signOutAction } from '../session/sign-out-action'
import { setAsideAction } from '../signals/set-aside-action'
import { showQuarantineAction } from '../signals/show-quarantine-action'
import { attachAccountAction } from '../sites/attach-account-action'
import { findSiteAction } from '../sites/find-site-action'
import { showDuressWordsAction } from '../sites/show-duress-words-action'
import { cancelDispatchAction } from '../teams/cancel-dispatch-action'
import { chooseTeamAction } from '../teams/choose-team-action'
import { dispatchRecommendedAction } from '../teams/dispatch-recommended-action'
import { reassignTeamAction } from '../teams/reassign-team-action'
import { reportProgressAction } from '../teams/report-progress-action'
import { returnToServiceAction, takeOutOfServiceAction } from '../teams/service-action'
import { nextTeamAction, previousTeamAction } from '../teams/team-move-actions'
import {
  closeFoldAction,
  lookInsideAction,
  nextFoldAction,
  unfoldAction,
} from '../triage/fold-actions'
import { centreMapAction } from './centre-map-action'
import { clearSelectionAction } from './clear-selection-action'
import { showKeysAction } from './show-keys-action'
import { showOutboxAction } from './show-outbox-action'

/**
 * Everything that can be done by a key, in the order the key list shows it. Two actions of one
 * window never share a key.
 */
export const actions: readonly Action[] = [
  ...replayActions,
  acknowledgeAction,
  takeNextAction,
  dispatchRecommendedAction,
  chooseTeamAction,
  completeStepAction,
  skipStepAction,
  addNoteAction,
  closeIncidentAction,
  reportProgressAction,
  cancelDispatchAction,
  reassignTeamAction,
  ...queueMoveActions,
  nextTeamAction,
  previousTeamAction,
  takeOutOfServiceAction,
  returnToServiceAction,
  centreMapAction,
  clearSelectionAction,
  openReplayAction,
  nextFoldAction,
  lookInsideAction,
  unfoldAction,
  closeFoldAction,
  findSiteAction,
  showDuressWordsAction,
  startTestAction,
  endTestAction,
  showTestsAction,
  showQuarantineAction,
  attachAccountAction,
  setAsideAction,
  showLinksAction,
  showOutboxAction,
  testBeaconAction,
  signOutAction,
  showKeysAction,
]

/** The actions of one kind of window. */
export const actionsIn = (mode: ConsoleData['mode']): readonly Action[] =>
  actions.filter(({ only }) => only === undefined || only === mode)
