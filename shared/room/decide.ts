import { roleRefusal } from '../accounts/permissions'
import type { Stamp } from '../accounts/stamp'
import type { Decision } from '../lang/decision'
import type { Command } from './commands'
import type { RoomEvent } from './events'
import type { Rule } from './noun'
import type { Room } from './room'
import { rules } from './rules'

/**
 * Judges a command: the role first, then whether it fits the room as it is. Pure; the hub is the
 * only one whose word counts.
 */
export function decide(room: Room, command: Command, stamp: Stamp): Decision<RoomEvent> {
  const refusal = roleRefusal(stamp.by, command.type)
  if (refusal) return { outcome: 'refused', refusal }
  // The rule found under a command's type is the one for that command.
  const rule = rules[command.type] as Rule<Command, RoomEvent>
  return rule.decide(room, command, stamp)
}
