import type { Entry } from '../../../shared/console/events'
import type { Frame } from '../../../shared/dc09/frame'
import { pathOf } from '../../../shared/signals/path'
import type { Clock } from '../../../shared/timeline/clock-port'
import type { Keeper } from '../../keeper/keeper-port'
import { createMinuteLimit, perAccount } from '../minute-limit'
import { receiverOf, type Sender } from '../sender'
import type { Dc09Metrics } from './dc09-metrics'
import type { Duplicates, Recorded } from './duplicates'

export interface StoreOnceParts {
  readonly keeper: Pick<Keeper, 'record' | 'room'>
  readonly clock: Clock
  readonly duplicates: Duplicates
  readonly metrics: Dc09Metrics
}

/** Stores each frame once, however often its sender repeats it; that it was repeated is noted. */
export function createStoreOnce({ keeper, clock, duplicates, metrics }: StoreOnceParts) {
  const repetitions = createMinuteLimit(clock, perAccount)

  /** Resolves when the frame is durable, or when it is that it came again. */
  const storeOnce = async (
    frame: Frame,
    sender: Sender,
    result: 'recorded' | 'quarantined',
    store: () => Promise<readonly Entry[]>,
  ): Promise<void> => {
    const key = duplicates.keyOf(frame.content)
    const earlier = earlierThan(key)
    if (earlier !== undefined) {
      await noteAgain(frame, sender, await earlier)
      return metrics.frame('duplicate')
    }
    const storing = store()
    duplicates.remember(key, clock.now(), storing)
    await storing
    metrics.frame(result)
  }

  /** What this frame repeats. An alarm that is over is not repeated: what comes after it is a new one. */
  const earlierThan = (key: string): Recorded | Promise<Recorded | null> | undefined => {
    const recorded = duplicates.find(key, clock.now())
    if (recorded === undefined || recorded instanceof Promise) return recorded
    const { alarms } = keeper.room()
    const over = (alarmId: string) => (alarms.get(alarmId)?.phase ?? 'closed') === 'closed'
    if (!recorded.alarmIds.some(over)) return recorded
    duplicates.forget(key)
    return undefined
  }

  /**
   * A frame that came again is acknowledged once it stands in the journal that it did: should it have been a second alarm,
   * nobody could tell otherwise. By another way it is a second reception of the same event.
   */
  const noteAgain = async (frame: Frame, sender: Sender, first: Recorded | null): Promise<void> => {
    const account = frame.account?.toUpperCase() ?? null
    if (first === null || !repetitions.admit(`${account} ${pathOf(sender)}`)) return
    const { signalId, alarmIds } = first
    const { channel, source } = sender
    await keeper.record(
      () => [
        {
          type: 'signal-repeated',
          data: { signalId, channel, source, account, sequence: frame.sequence, alarmIds: alarmIds.slice(0, 50) },
        },
      ],
      receiverOf(channel),
    )
  }

  return { storeOnce, stop: repetitions.stop }
}
