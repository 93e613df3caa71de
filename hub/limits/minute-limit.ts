import { minute } from '../../shared/lang/instant'
import type { Clock } from '../../shared/timeline/clock-port'

/** How many items are let through. */
export interface MinuteRule {
  /** Of one source per minute. */
  readonly perMinute: number
  /**
   * Sources told apart: beyond it all others share one count, so that many of them cannot use up
   * the memory.
   */
  readonly sources: number
}

/**
 * Unreadable items of one address: enough to see what is wrong with it, too few to fill the
 * journal.
 */
export const perAddress: MinuteRule = { perMinute: 20, sources: 5_000 }
/**
 * Correct frames nobody here can read, of one account: a panel that gets no answer repeats within 5
 * to 60 s, and a few of them say all there is. By account, since thousands of panels may stand
 * behind the one address of a gateway.
 */
export const perAccount: MinuteRule = { perMinute: 5, sources: 20_000 }

/**
 * The same frames of one address: accounts can be made up, and each would have its own five. As
 * many as some sixty panels behind one gateway make that are all set up wrongly.
 */
export const perSender: MinuteRule = { perMinute: 300, sources: 5_000 }
/**
 * All of the above together, addresses of datagrams being made up as easily: some gigabytes a day
 * at most.
 */
export const inAll: MinuteRule = { perMinute: 1_200, sources: 1 }

const others = 'other sources'

interface Tally {
  kept: number
  unkept: number
}

/**
 * Lets some items of each source through per minute. At the end of the minute `summarise` is told
 * of the sources of which more came than were kept.
 */
export function createMinuteLimit(
  clock: Clock,
  rule: MinuteRule,
  summarise: (source: string, unkept: number) => void = () => {},
) {
  let tallies = new Map<string, Tally>()
  let cancel: (() => void) | null = null

  const endMinute = () => {
    cancel = null
    const ended = tallies
    tallies = new Map()
    for (const [source, { unkept }] of ended) if (unkept > 0) summarise(source, unkept)
  }
  const tallyOf = (name: string, network: string): Tally => {
    const own = tallies.has(name) || tallies.size < rule.sources
    // Who makes up names shares what is left with itself first.
    const shared = tallies.has(network) || tallies.size < 2 * rule.sources ? network : others
    const source = own ? name : shared
    const tally = tallies.get(source) ?? { kept: 0, unkept: 0 }
    tallies.set(source, tally)
    return tally
  }
  return {
    /**
     * True when the item may be kept; false when it is to be counted only. `network`: what made up
     * names count under.
     */
    admit(source: string, network = others): boolean {
      cancel ??= clock.after(minute, endMinute)
      const tally = tallyOf(source, network)
      const room = tally.kept < rule.perMinute
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
