import { onDuty } from '../accounts/issuer'
import type { Noun } from '../room/noun'
import { byId } from '../room/part'
import { assignmentEvents } from './assignment'
import { teamCommands } from './commands'
import {
  decideCancel,
  decideDispatch,
  decideOutOfService,
  decideProgress,
  decideReassign,
  decideReturn,
} from './decide'
import {
  foldDispatched,
  foldEnded,
  foldOutOfService,
  foldProgress,
  foldReassigned,
  foldReturned,
  registerTeams,
} from './fold'
import { arrivalMarks, dispatchMarks, reassignMarks, runMarks, teamMarks } from './marks'
import { assignmentProjection } from './projection'
import { teamEvents } from './team'
import { decideUndoDispatch } from './undo-dispatch'

const events = { ...teamEvents, ...assignmentEvents } as const

export const teams: Noun<typeof events, typeof teamCommands, 'teams' | 'assignments'> = {
  events,
  folds: {
    'teams-registered': registerTeams,
    'team-taken-out-of-service': foldOutOfService,
    'team-returned-to-service': foldReturned,
    'team-dispatched': foldDispatched,
    'dispatch-acknowledged': (room, entry) => foldProgress(room, entry, 'acknowledged'),
    'team-en-route': (room, entry) => foldProgress(room, entry, 'en-route'),
    'team-on-scene': (room, entry) => foldProgress(room, entry, 'on-scene'),
    'team-cleared': (room, entry) => foldEnded(room, entry, 'cleared'),
    'dispatch-cancelled': (room, entry) => foldEnded(room, entry, 'cancelled'),
    'team-reassigned': foldReassigned,
  },
  marks: {
    'team-taken-out-of-service': teamMarks,
    'team-returned-to-service': teamMarks,
    'team-dispatched': dispatchMarks,
    'dispatch-acknowledged': runMarks,
    'team-en-route': runMarks,
    'team-on-scene': arrivalMarks,
    'team-cleared': runMarks,
    'dispatch-cancelled': runMarks,
    'team-reassigned': reassignMarks,
  },
  parts: { teams: byId(), assignments: byId() },
  projections: [assignmentProjection],
  commands: teamCommands,
  rules: {
    'dispatch-team': { may: onDuty, decide: decideDispatch },
    'report-progress': { may: [...onDuty, 'team'], decide: decideProgress },
    'cancel-dispatch': { may: onDuty, decide: decideCancel },
    'undo-dispatch': { may: onDuty, decide: decideUndoDispatch },
    'reassign-team': { may: ['supervisor'], decide: decideReassign },
    'take-team-out-of-service': { may: onDuty, decide: decideOutOfService },
    'return-team-to-service': { may: onDuty, decide: decideReturn },
  },
}
