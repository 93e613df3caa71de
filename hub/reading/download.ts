import type { ServerResponse } from 'node:http'
import type { Clock } from '../../shared/timeline/clock-port'

/**
 * A client that takes nothing for this long, ms, is cut off, since its waiting answer takes memory.
 */
const longestStandstill = 30_000

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
    // A client that takes everything at once must not keep an alarm from its turn.
    await new Promise((resume) => setImmediate(resume))
  }
}

/** Most long answers under way at a time, per person and in total. */
const mostOfOne = 2
const mostOfAll = 8

/** Counts long answers. Each takes memory for what its client has not taken yet. */
export function createDownloadLimit() {
  const underWay = new Map<string, number>()
  const all = () => [...underWay.values()].reduce((sum, count) => sum + count, 0)
  return {
    /**
     * False when no more may begin. Otherwise the answer counts until its response is closed,
     * whoever closes it.
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
