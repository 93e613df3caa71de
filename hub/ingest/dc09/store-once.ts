import type { Frame } from '../../../shared/dc09/frame'
import type { Entry } from '../../../shared/room/events'
import { bringsNews } from '../../../shared/signals/brings-news'
import { pathOf } from '../../../shared/signals/path'
import type { Signal } from '../../../shared/signals/signal'
import type { Clock } from '../../../shared/timeline/clock-port'
import type { Keeper } from '../../keeper/keeper-port'
import { createMinuteLimit } from '../../limits/minute-limit'
import { perAccount, repetitionsInAll } from '../../limits/minute-rules'
import { receiverOf, type Sender } from '../../reception/sender'
import type { Dc09Metrics } from './dc09-metrics'
import { arrivedAs, type Duplicates, type Recorded } from './duplicates'
import type { Arrived } from './repetition'

export interface StoreOnceParts {
  readonly keeper: Pick<Keeper, 'submit' | 'room'>
  readonly clock: Clock
  readonly duplicates: Duplicates
  readonly metrics: Dc09Metrics
}

export interface Arrival {
  readonly frame: Frame
  readonly sender: Sender
  /** Empty when it is kept for people to read. */
  readonly signals: readonly Signal[]
  readonly result: 'recorded' | 'quarantined'
  /**
   * Word for word what came a moment ago, including its time: a repetition, whatever became of the
   * first.
   */
  readonly same?: boolean
}

export function createStoreOnce({ keeper, clock, duplicates, metrics }: StoreOnceParts) {
  const repetitions = createMinuteLimit(clock, perAccount)
  const all = createMinuteLimit(clock, repetitionsInAll)

  /** Resolves when the frame, or the note that it came again, is durable. */
  const storeOnce = async (
    { frame, sender, signals, result, same = false }: Arrival,
    store: () => Promise<readonly Entry[]>,
  ): Promise<void> => {
    const key = arrivedAs(frame, duplicates.keyOf(frame.content), pathOf(sender))
    const earlier = earlierThan(key, same ? [] : signals)
    if (earlier !== undefined) {
      duplicates.again(key)
      await noteAgain(frame, sender, await earlier)
      return metrics.frame('duplicate')
    }
    // Another frame of its number came in between, or it was learned of no more: it is no event all
    // the same.
    if (same) return metrics.frame('duplicate')
    const storing = store()
    duplicates.remember(key, clock.now(), storing)
    await storing
    metrics.frame(result)
  }

  /**
   * What this frame repeats. If no open alarm belongs to the earlier frame any more, it repeats
   * nothing.
   */
  const earlierThan = (
    key: Arrived,
    signals: readonly Signal[],
  ): Recorded | Promise<Recorded | null> | undefined => {
    const now = clock.now()
    const recorded = duplicates.find(key, now)
    if (recorded === undefined || recorded instanceof Promise) return recorded
    const room = keeper.room()
    if (!signals.some((signal) => bringsNews(room, signal, now))) return recorded
    duplicates.forget(key)
    return undefined
  }

  /**
   * A repeated frame is acknowledged once the journal says that it came again: nobody could tell
   * otherwise if it was a second alarm. If it came over another path, we record a second reception
   * of the same event.
   */
  const noteAgain = async (frame: Frame, sender: Sender, first: Recorded | null): Promise<void> => {
    const { account } = frame
    if (first === null) return
    if (repetitions.admit(`${account} ${pathOf(sender)}`) ?? all.admit('')) return
    const { signalId, alarmIds } = first
    const { channel, source } = sender
    await keeper.submit(
      {
        type: 'note-repetition',
        data: {
          signalId,
          channel,
          source,
          account,
          sequence: frame.sequence,
          alarmIds: alarmIds.slice(0, 50),
        },
      },
      receiverOf(channel),
    )
  }

  return {
    storeOnce,
    stop() {
      repetitions.stop()
      all.stop()
    },
  }
}
