import { minute } from '../../shared/lang/instant'
import type { Clock } from '../../shared/timeline/clock-port'

/** Unreadable items kept of one source per minute: enough to see what is wrong with it, too few to fill the journal. */
const keptPerMinute = 20
/** Sources told apart: beyond it all others share one count, so that many addresses cannot use up the memory. */
const mostSources = 5_000
const others = 'other sources'

interface Tally {
  kept: number
  unkept: number
}

/**
 * Lets some unreadable items of each source through per minute. At the end of the minute `summarise` is told of the
 * sources of which more came than were kept.
 */
export function createQuarantineLimit(clock: Clock, summarise: (source: string, unkept: number) => void) {
  let tallies = new Map<string, Tally>()
  let cancel: (() => void) | null = null

  const endMinute = () => {
    cancel = null
    const ended = tallies
    tallies = new Map()
    for (const [source, { unkept }] of ended) if (unkept > 0) summarise(source, unkept)
  }
  const tallyOf = (address: string): Tally => {
    const source = tallies.has(address) || tallies.size < mostSources ? address : others
    const tally = tallies.get(source) ?? { kept: 0, unkept: 0 }
    tallies.set(source, tally)
    return tally
  }
  return {
    /** True when the item may be kept; false when it is to be counted only. */
    admit(address: string): boolean {
      cancel ??= clock.after(minute, endMinute)
      const tally = tallyOf(address)
      const room = tally.kept < keptPerMinute
      if (room) tally.kept += 1
      else tally.unkept += 1
      return room
    },
    /** Summarises what is counted now. */
    stop() {
      cancel?.()
      endMinute()
    },
  }
}
