import { roleRefusal } from '../accounts/permissions'
import type { Stamp } from '../accounts/stamp'
import type { Decision } from '../lang/decision'
import type { Command } from './commands'
import type { RoomEvent } from './events'
import type { Rule } from './noun'
import type { Room } from './room'
import { rules } from './rules'

/** Checks the role first, then whether the command fits the room. Only the hub's answer counts. */
export function decide(room: Room, command: Command, stamp: Stamp): Decision<RoomEvent> {
  const refusal = roleRefusal(stamp.by, command.type)
  if (refusal) return { outcome: 'refused', refusal }
  // The rule found under a command's type is the one for that command.
  const rule = rules[command.type] as Rule<Command, RoomEvent>
  return rule.decide(room, command, stamp)
}
