import type { StoreApi } from 'zustand/vanilla'
import type { Frames } from './frames'

/**
 * A store whose listeners fail separately. In a plain store a listener's error comes out of
 * `setState`, where it looks like the caller's, and the listeners after it are not called.
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

/** ms before a failed screen is drawn again, so that a lasting fault leaves time for keys. */
const redrawAfter = 250

/** Handles a listener's fault: logs it, and soon draws the screen again. */
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
