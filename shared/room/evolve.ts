import {
  foldAcknowledged,
  foldRaised,
  foldReception,
  foldRestored,
  foldSignalAdded,
} from '../alarms/fold'
import {
  appendLog,
  foldAlarmAdded,
  foldClosed,
  foldOpened,
  foldStep,
  foldTried,
} from '../incidents/fold'
import { assertNever } from '../lang/assert-never'
import { foldLinkLost, foldLinkRestored } from '../links/link'
import { foldTestEnded, foldTestStarted } from '../on-test/fold'
import { foldAttached, foldQuarantined, foldRepeated, foldSignal } from '../signals/fold'
import { foldHeldAlarm } from '../signals/take-account'
import { registerSites } from '../sites/fold'
import {
  foldDispatched,
  foldEnded,
  foldOutOfService,
  foldProgress,
  foldReassigned,
  foldReturned,
  registerTeams,
} from '../teams/fold'
import { foldTriage } from '../triage/fold'
import { foldSession } from '../triage/load'
import type { Entry } from './events'
import type { Room } from './room'

/**
 * The only way state changes: the room after an entry. The hub, the consoles, replay and the crew
 * terminal all run this one function, so they cannot disagree.
 */
export function evolve(room: Room, entry: Entry): Room {
  return apply({ ...room, seq: entry.seq, at: entry.at }, entry)
}

export const evolveAll = (room: Room, entries: Iterable<Entry>): Room => {
  let next = room
  for (const entry of entries) next = evolve(next, entry)
  return next
}

const phaseAfter = {
  'dispatch-acknowledged': 'acknowledged',
  'team-en-route': 'en-route',
  'team-on-scene': 'on-scene',
  'team-cleared': 'cleared',
  'dispatch-cancelled': 'cancelled',
} as const

function apply(room: Room, entry: Entry): Room {
  switch (entry.type) {
    case 'unit-founded':
      return {
        ...room,
        unit: { id: entry.data.unitId, name: entry.data.name, demo: entry.data.demo },
      }
    case 'officer-signed-in':
    case 'officer-signed-out':
      return { ...room, load: foldSession(room.load, entry) }
    // It proves a snapshot, which says nothing that the entries before do not.
    case 'snapshot-taken':
    // Who may sign in is evidence; nobody on screen depends on it.
    case 'user-registered':
    case 'password-changed':
    case 'user-role-changed':
    case 'user-disabled':
    case 'user-enabled':
    // Nor on who may hand signals over and with which keys: that is judged at the door.
    case 'centre-registered':
    case 'centre-key-changed':
    case 'centre-removed':
    case 'account-key-changed':
    case 'duress-words-shown':
      return room
    case 'sites-registered':
      return registerSites(room, entry.data.sites)
    case 'teams-registered':
      return registerTeams(room, entry)
    case 'team-taken-out-of-service':
      return foldOutOfService(room, entry)
    case 'team-returned-to-service':
      return foldReturned(room, entry)
    case 'signal-received':
      return foldSignal(room, entry)
    case 'signal-repeated':
      return foldRepeated(room, entry)
    case 'account-attached':
      return foldAttached(room, entry)
    case 'account-taken':
    case 'account-set-aside':
      return foldHeldAlarm(room, entry)
    case 'test-started':
      return foldTestStarted(room, entry)
    case 'test-ended':
      return foldTestEnded(room, entry)
    case 'link-lost':
      return foldLinkLost(room, entry)
    case 'link-restored':
      return foldLinkRestored(room, entry)
    case 'signal-quarantined':
      return foldQuarantined(room, entry)
    case 'alarm-raised':
      return foldRaised(room, entry)
    case 'alarm-signal-added':
      return foldSignalAdded(room, entry)
    case 'alarm-reception-added':
      return foldReception(room, entry)
    case 'alarm-restored':
      return foldRestored(room, entry)
    case 'fold-opened':
    case 'alarm-folded':
    case 'alarm-unfolded':
    case 'fold-unfolded':
    case 'fold-ended':
    case 'fold-closed':
      return foldTriage(room, entry)
    case 'alarm-acknowledged':
      return foldAcknowledged(room, entry)
    case 'incident-opened':
      return foldOpened(room, entry)
    case 'incident-alarm-added':
      return foldAlarmAdded(room, entry)
    case 'incident-note-added':
      return appendLog(room, entry.data.incidentId, entry, { text: entry.data.text })
    case 'incident-step-completed':
    case 'incident-step-skipped':
      return foldStep(room, entry)
    case 'incident-step-tried':
      return foldTried(room, entry)
    case 'incident-closed':
      return foldClosed(room, entry)
    case 'team-dispatched':
      return foldDispatched(room, entry)
    case 'dispatch-acknowledged':
    case 'team-en-route':
    case 'team-on-scene':
      return foldProgress(room, entry, phaseAfter[entry.type])
    case 'team-cleared':
    case 'dispatch-cancelled':
      return foldEnded(room, entry, phaseAfter[entry.type])
    case 'team-reassigned':
      return foldReassigned(room, entry)
    default:
      return assertNever(entry)
  }
}
