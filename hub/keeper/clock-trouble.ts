import { minute } from '../../shared/lang/instant'

/**
 * How far the clock may stand behind the journal before it is said, ms: clocks that are set by a
 * network jump by less.
 */
export const bearableClockBehind = minute

/**
 * What to say of a clock that stands `behind` ms before the journal's last entry: it was set back,
 * or ran ahead when that was written. Null when that is bearable. In whole minutes, so that the
 * sentence changes seldom.
 */
export function clockTrouble(behind: number): string | null {
  if (behind <= bearableClockBehind) return null
  const minutes = Math.ceil(behind / minute)
  return `The hub's clock is ${minutes} min behind its journal. All is recorded, but with the time of the journal's end until the clock has passed it: set the clock right.`
}
