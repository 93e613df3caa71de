import { second } from '../../../shared/lang/instant'
import type { Clock } from '../../../shared/timeline/clock-port'

/** Wait between two attempts to store what nobody will repeat, ms. */
const again = 1 * second

/** Carries out `record`. Resolves with whether the result is durable; never rejects. */
export type Storing = (record: () => Promise<unknown>) => Promise<boolean>

/** One attempt: the sender repeats what is not answered. */
export const storeOnce: Storing = (record) =>
  // If Reception throws instead of rejecting, that is a bug of Reception. Nothing was stored either
  // way.
  Promise.resolve()
    .then(record)
    .then(
      () => true,
      () => false,
    )

/**
 * For a sender that waits for no answer and repeats nothing: the hub retries, one record after the
 * other, until each is stored. Meanwhile the lines under way fill up, no more is read, and the
 * sender's own socket holds it back.
 */
export function storeUntilDone(clock: Clock): { readonly store: Storing; stop(): void } {
  let turn: Promise<unknown> = Promise.resolve()
  let ended = false
  let wake = () => {}
  const pause = () =>
    new Promise<void>((resolve) => {
      const cancel = clock.after(again, resolve)
      wake = () => {
        cancel()
        resolve()
      }
    })
  const tryOn = async (record: () => Promise<unknown>): Promise<boolean> => {
    while (!ended) {
      if (await storeOnce(record)) return true
      if (!ended) await pause()
    }
    return false
  }
  return {
    store(record) {
      const mine = turn.then(() => tryOn(record))
      turn = mine
      return mine
    },
    stop() {
      ended = true
      wake()
    },
  }
}
