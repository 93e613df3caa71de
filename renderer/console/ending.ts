import { type Ending, endingOf, nothingEnding } from '../../shared/expected/ending'
import type { Mark } from '../../shared/expected/mark'
import type { Room } from '../../shared/room/room'
import { useConsole } from './console-context'
import type { ConsoleData } from './console-store'

interface Known {
  readonly hub: Room
  readonly ending: Ending
}
const known = new WeakMap<ReadonlySet<Mark>, Known>()

/** What ends once the hub is back. The same object while neither the hub nor the marks change. */
export function endingIn({ hubRoom, marks }: Pick<ConsoleData, 'hubRoom' | 'marks'>): Ending {
  if (marks.size === 0) return nothingEnding
  const before = known.get(marks)
  if (before?.hub === hubRoom) return before.ending
  const ending = endingOf(hubRoom, marks)
  known.set(marks, { hub: hubRoom, ending })
  return ending
}

export const useEnding = (): Ending => useConsole(endingIn)
