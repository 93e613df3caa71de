import type { StoreApi } from 'zustand/vanilla'
import type { Frames } from './frames'

/**
 * A store each of whose listeners fails alone. Plain stores let the error of one listener out of
 * `setState`, where it looks like an error of whoever changed the data, and leave the listeners
 * behind it untold.
 */
export function guardListeners<Data>(
  store: StoreApi<Data>,
  onFault: (fault: unknown) => void,
): StoreApi<Data> {
  return {
    ...store,
    subscribe: (listener) =>
      store.subscribe((data, before) => {
        try {
          listener(data, before)
        } catch (fault) {
          onFault(fault)
        }
      }),
  }
}

/**
 * A screen that failed is given this long before it is drawn again (ms), so that a lasting fault
 * leaves room for keys.
 */
const redrawAfter = 250

/** What to do with the fault of a listener: say it in the log, and draw the screen again soon. */
export function redrawOnFault(frames: Frames, redraw: () => void): (fault: unknown) => void {
  let waiting = false
  return (fault) => {
    if (waiting) return
    waiting = true
    console.error('The screen could not be drawn; it is drawn again', fault)
    frames.after(redrawAfter, () => {
      waiting = false
      redraw()
    })
  }
}
