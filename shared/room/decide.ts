import { roleRefusal } from '../accounts/permissions'
import { decideAcknowledge } from '../alarms/decide'
import { decideClose, decideNote, decideSkip, decideStep } from '../incidents/decide'
import { assertNever } from '../lang/assert-never'
import type { Decision } from '../lang/decision'
import { decideEndTest, decideStartTest } from '../on-test/decide'
import { decideAttach } from '../signals/attach'
import { decideSetAside, decideTake } from '../signals/take-account'
import {
  decideCancel,
  decideDispatch,
  decideOutOfService,
  decideProgress,
  decideReassign,
  decideReturn,
} from '../teams/decide'
import { decideCloseFold, decideUnfold } from '../triage/decide'
import type { Command, Stamp } from './commands'
import type { RoomEvent } from './events'
import type { Room } from './room'

/**
 * Judges a command: the role first, then whether it fits the room as it is. Pure; the hub is the
 * only one whose word counts.
 */
export function decide(room: Room, command: Command, stamp: Stamp): Decision<RoomEvent> {
  const refusal = roleRefusal(stamp.by, command.type)
  return refusal ? { outcome: 'refused', refusal } : judge(room, command, stamp)
}

function judge(room: Room, command: Command, stamp: Stamp): Decision<RoomEvent> {
  switch (command.type) {
    case 'acknowledge-alarm':
      return decideAcknowledge(room, command, stamp)
    case 'dispatch-team':
      return decideDispatch(room, command, stamp)
    case 'report-progress':
      return decideProgress(room, command, stamp)
    case 'cancel-dispatch':
      return decideCancel(room, command)
    case 'reassign-team':
      return decideReassign(room, command)
    case 'add-note':
      return decideNote(room, command, stamp)
    case 'complete-step':
      return decideStep(room, command, stamp)
    case 'skip-step':
      return decideSkip(room, command, stamp)
    case 'close-incident':
      return decideClose(room, command, stamp)
    case 'take-team-out-of-service':
      return decideOutOfService(room, command)
    case 'return-team-to-service':
      return decideReturn(room, command)
    case 'start-test':
      return decideStartTest(room, command, stamp)
    case 'end-test':
      return decideEndTest(room, command)
    case 'attach-account':
      return decideAttach(room, command)
    case 'take-account':
      return decideTake(room, command, stamp)
    case 'set-account-aside':
      return decideSetAside(room, command)
    case 'unfold':
      return decideUnfold(room, command, stamp)
    case 'close-fold':
      return decideCloseFold(room, command)
    default:
      return assertNever(command)
  }
}
