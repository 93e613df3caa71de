import type { Logger } from 'pino'
import { second } from '../shared/lang/instant'
import type { Clock } from '../shared/timeline/clock-port'
import { bearableClockBehind } from './keeper/clock-trouble'
import type { Keeper } from './keeper/keeper-port'
import { every } from './timing/every'

/**
 * How often the clock is compared with the journal, ms. One that is set back while the hub runs is
 * noticed soon.
 */
const interval = 10 * second

/**
 * Logs when the clock falls behind the journal and when it has caught up. Returns a function that
 * stops the watch.
 */
export function watchClock(
  keeper: Pick<Keeper, 'clockBehind' | 'storage'>,
  clock: Clock,
  log: Logger,
): () => void {
  let said = false
  const look = () => {
    const behind = keeper.clockBehind() > bearableClockBehind
    if (behind && !said) log.warn({ seconds: keeper.clockBehind() / second }, keeper.storage().text)
    if (!behind && said) log.info('The clock has passed the end of the journal again')
    said = behind
  }
  look()
  return every(clock, interval, look)
}
