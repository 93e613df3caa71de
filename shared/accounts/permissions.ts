import { type Refusal, sentence } from '../lang/decision'
import type { CommandType } from '../room/commands'
import { rules } from '../room/rules'
import type { Actor } from './actor'

/**
 * Null when the actor's role may give this command, otherwise the reason. The same rule disables
 * the button.
 */
export function roleRefusal(by: Actor, type: CommandType): Refusal | null {
  const role = by.kind === 'team' ? 'team' : by.role
  const allowed = rules[type].may
  if (role && allowed.includes(role)) return null
  return sentence('not-your-role', 'This needs the role {role}; {name} does not have it', {
    role: allowed.join(' / '),
    name: by.name,
  })
}
