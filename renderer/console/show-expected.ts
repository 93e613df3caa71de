import { expectedRoom } from '../../shared/expected/expected-room'
import { givenOf } from '../../shared/expected/given-of'
import type { Mark } from '../../shared/expected/mark'
import type { PendingCommand } from '../../shared/ipc/contract'
import type { ConsoleData } from './console-store'
import { followSelection } from './follow-selection'

type Basis = Pick<
  ConsoleData,
  'hubRoom' | 'pending' | 'handing' | 'clockOffset' | 'room' | 'selection'
>

/**
 * Everything the hub's room does not show yet: what the main process has, then what is on its way
 * there.
 */
export const allPending = ({
  pending,
  handing,
}: Pick<Basis, 'pending' | 'handing'>): readonly PendingCommand[] =>
  handing.length === 0
    ? pending
    : [...pending, ...handing.filter((one) => !hasCommand(pending, one.commandId))]

const hasCommand = (list: readonly PendingCommand[], id: string) =>
  list.some(({ commandId }) => commandId === id)

/**
 * Changes what the room is made from, and makes the room again. Only this function sets a live
 * window's room.
 */
export function showExpected(before: Basis, change: Partial<Basis>): Partial<ConsoleData> {
  const after = { ...before, ...change }
  const handing = change.pending
    ? after.handing.filter(({ commandId }) => !hasCommand(after.pending, commandId))
    : after.handing
  const waiting = allPending({ pending: after.pending, handing })
  const given = givenOf(waiting, after.hubRoom.unit?.id, after.clockOffset)
  const { room, marks, verdicts } = expectedRoom(after.hubRoom, given)
  const quiet = new Set(
    waiting.filter(({ state }) => state === 'under-way').map(({ commandId }) => commandId),
  )
  const selection = followSelection(after.selection, room, before.room)
  return { ...change, handing, room, selection, verdicts, marks: told(marks, quiet) }
}

const none: ReadonlySet<Mark> = new Set()
function told(marks: ReadonlyMap<Mark, string>, quiet: ReadonlySet<string>): ReadonlySet<Mark> {
  if (marks.size === 0) return none
  return new Set([...marks].filter(([, commandId]) => !quiet.has(commandId)).map(([mark]) => mark))
}
