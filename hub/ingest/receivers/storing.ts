import { second } from '../../../shared/lang/instant'
import type { Clock } from '../../../shared/timeline/clock-port'

/** Between two tries to store what nobody will repeat, ms. */
const again = 1 * second

/** Carries out what stores something. Resolves with whether it is durable; never rejects. */
export type Storing = (record: () => Promise<unknown>) => Promise<boolean>

/** The sender repeats what is not answered: one try. */
export const storeOnce: Storing = (record) =>
  // What Reception throws instead of rejecting is its fault, and no less not stored.
  Promise.resolve()
    .then(record)
    .then(
      () => true,
      () => false,
    )

/**
 * The sender waits for no answer and repeats nothing, so the hub does: one after the other, until
 * it is stored. Meanwhile the lines under way fill up, no more is read, and the sender's own socket
 * holds it back.
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
