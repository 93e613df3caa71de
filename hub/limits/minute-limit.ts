import { type Instant, minute } from '../../shared/lang/instant'
import type { Clock } from '../../shared/timeline/clock-port'
import type { Limit } from './limit'

export interface MinuteRule {
  /** Of one source. */
  readonly perMinute: number
  /**
   * Sources told apart. Beyond this all others share one count, so that many sources cannot use up
   * the memory.
   */
  readonly sources: number
}

/** `network`: what made-up source names are counted under. */
export interface MinuteLimit extends Limit<readonly [source: string, network?: string], 'enough'> {
  stop(): void
}

const others = 'other sources'

interface Tally {
  kept: number
  unkept: number
}

/**
 * Lets a number of items of each source through per minute; the rest should only be counted. At the
 * end of the minute `summarise` is told which sources sent more than was kept.
 */
export function createMinuteLimit(
  clock: Clock,
  rule: MinuteRule,
  summarise: (source: string, unkept: number) => void = () => {},
): MinuteLimit {
  let tallies = new Map<string, Tally>()
  let cancel: (() => void) | null = null
  let endsAt: Instant = 0

  const endMinute = () => {
    cancel = null
    const ended = tallies
    tallies = new Map()
    for (const [source, { unkept }] of ended) if (unkept > 0) summarise(source, unkept)
  }
  const begin = () => {
    endsAt = clock.now() + minute
    return clock.after(minute, endMinute)
  }
  const tallyOf = (name: string, network: string): Tally => {
    const own = tallies.has(name) || tallies.size < rule.sources
    // Somebody who makes up names uses up their own network's share first.
    const shared = tallies.has(network) || tallies.size < 2 * rule.sources ? network : others
    const source = own ? name : shared
    const tally = tallies.get(source) ?? { kept: 0, unkept: 0 }
    tallies.set(source, tally)
    return tally
  }
  return {
    admit(source, network = others) {
      cancel ??= begin()
      const tally = tallyOf(source, network)
      if (tally.kept < rule.perMinute) {
        tally.kept += 1
        return null
      }
      tally.unkept += 1
      return { why: 'enough', wait: Math.max(0, endsAt - clock.now()) }
    },
    stop() {
      cancel?.()
      endMinute()
    },
  }
}
