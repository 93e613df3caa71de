import { arrived } from '../escalation/help'
import type { NoCommands, Noun } from '../room/noun'
import type { Room } from '../room/room'
import { foldSession } from '../triage/load'
import { centreEvents } from './centre-events'
import { secretEvents } from './secret-events'
import { type SessionEntry, sessionEvents } from './session-events'
import { userEvents } from './user-events'

const accountEvents = { ...sessionEvents, ...userEvents, ...centreEvents, ...secretEvents } as const

const session = (room: Room, entry: SessionEntry): Room => ({
  ...room,
  load: foldSession(room.load, entry),
  help: entry.type === 'officer-signed-in' ? arrived(room.help, entry) : room.help,
})

// Who may sign in, who hands signals over and who saw a secret is evidence. It is judged at the
// door, and nothing on screen depends on it.
const evidence = (room: Room): Room => room

export const accounts: Noun<typeof accountEvents, NoCommands> = {
  events: accountEvents,
  folds: {
    'officer-signed-in': session,
    'officer-signed-out': session,
    'user-registered': evidence,
    'password-changed': evidence,
    'user-role-changed': evidence,
    'user-disabled': evidence,
    'user-enabled': evidence,
    'centre-registered': evidence,
    'centre-key-changed': evidence,
    'centre-removed': evidence,
    'account-key-changed': evidence,
    'duress-words-shown': evidence,
  },
  foundBySiteName: ['duress-words-shown'],
  parts: {},
  projections: [],
  commands: {},
  rules: {},
}
