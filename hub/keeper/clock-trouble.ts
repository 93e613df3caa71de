import { minute } from '../../shared/lang/instant'

/**
 * How far the clock may be behind the journal before it is reported, ms. A clock set by the network
 * jumps by less.
 */
export const bearableClockBehind = minute

/**
 * The complaint about a clock that is `behind` ms behind the journal's last entry: it was set back,
 * or it ran ahead when that entry was written. Null when that is bearable. It counts in whole
 * minutes, so that the sentence rarely changes.
 */
export function clockTrouble(behind: number): string | null {
  if (behind <= bearableClockBehind) return null
  const minutes = Math.ceil(behind / minute)
  return `The hub's clock is ${minutes} min behind its journal. All is recorded, but with the time of the journal's end until the clock has passed it: set the clock right.`
}
