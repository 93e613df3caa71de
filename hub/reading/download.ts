import type { ServerResponse } from 'node:http'
import type { Clock } from '../../shared/timeline/clock-port'

/**
 * A client that takes nothing of what it asked for in this time, ms, is cut off: what waits for it
 * costs memory.
 */
const longestStandstill = 30_000

/** Passes pieces on as a client takes them, and ends its connection when it stands still. */
export async function* downloaded(
  pieces: AsyncIterable<string> | Iterable<string>,
  response: Pick<ServerResponse, 'destroy'>,
  clock: Clock,
): AsyncGenerator<string> {
  for await (const piece of pieces) {
    const cancel = clock.after(longestStandstill, () => response.destroy())
    try {
      yield piece
    } finally {
      cancel()
    }
    // Whoever takes it all at once must not keep an alarm from its turn.
    await new Promise((resume) => setImmediate(resume))
  }
}

/** Long answers under way at a time, of one person and of all. */
const mostOfOne = 2
const mostOfAll = 8

/** Counts long answers: each costs the memory of what its client has not taken yet. */
export function createDownloadLimit() {
  const underWay = new Map<string, number>()
  const all = () => [...underWay.values()].reduce((sum, count) => sum + count, 0)
  return {
    /**
     * False when no more may begin; otherwise it counts until the response is closed, whoever
     * closes it.
     */
    begin(who: string, response: Pick<ServerResponse, 'once'>): boolean {
      const mine = underWay.get(who) ?? 0
      if (mine >= mostOfOne || all() >= mostOfAll) return false
      underWay.set(who, mine + 1)
      response.once('close', () => {
        const left = (underWay.get(who) ?? 1) - 1
        if (left > 0) underWay.set(who, left)
        else underWay.delete(who)
      })
      return true
    },
  }
}
export type DownloadLimit = ReturnType<typeof createDownloadLimit>
