import { type Refusal, sentence } from '../lang/decision'
import type { CommandType } from '../room/commands'
import type { Actor, Role } from './actor'

/**
 * Who may give which command. The trainer watches and replays; decisions in the live room are not
 * the trainer's.
 */
const mayIssue: Readonly<Record<CommandType, readonly (Role | 'team')[]>> = {
  'acknowledge-alarm': ['officer', 'supervisor'],
  'dispatch-team': ['officer', 'supervisor'],
  'report-progress': ['officer', 'supervisor', 'team'],
  'cancel-dispatch': ['officer', 'supervisor'],
  'reassign-team': ['supervisor'],
  'add-note': ['officer', 'supervisor', 'team'],
  'complete-step': ['officer', 'supervisor'],
  'skip-step': ['officer', 'supervisor'],
  'close-incident': ['officer', 'supervisor'],
  'take-team-out-of-service': ['officer', 'supervisor'],
  'return-team-to-service': ['officer', 'supervisor'],
  'start-test': ['officer', 'supervisor'],
  'end-test': ['officer', 'supervisor'],
  'attach-account': ['officer', 'supervisor'],
  'take-account': ['officer', 'supervisor'],
  'set-account-aside': ['officer', 'supervisor'],
  unfold: ['officer', 'supervisor'],
  'close-fold': ['officer', 'supervisor'],
}

/**
 * Null when the actor's role may give this command, or the reason why not. The same rule disables
 * the button.
 */
export function roleRefusal(by: Actor, type: CommandType): Refusal | null {
  const role = by.kind === 'team' ? 'team' : by.role
  const allowed = mayIssue[type]
  if (role && allowed.includes(role)) return null
  return sentence('not-your-role', 'This needs the role {role}; {name} does not have it', {
    role: allowed.join(' / '),
    name: by.name,
  })
}
