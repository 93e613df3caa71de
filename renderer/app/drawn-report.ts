import type { Bridge } from '../../shared/ipc/contract'
import type { Frames } from '../console/frames'

/**
 * The main process is told at most this often, ms. It waits much longer before it considers a
 * window stopped.
 */
const reportEvery = 1_000

/**
 * Tells the main process how far the room on screen goes, so that a window that stopped drawing is
 * noticed from outside.
 */
export function createDrawnReport(bridge: Bridge, frames: Frames) {
  let newest = 0
  let told = 0
  let cancel: (() => void) | null = null
  const tell = () => {
    cancel = null
    told = newest
    // The next drawing reports what this one could not.
    bridge.ask('drawn', { seq: newest }).catch(() => {})
  }
  return {
    drawn(seq: number): void {
      newest = seq
      if (newest !== told) cancel ??= frames.after(reportEvery, tell)
    },
    stop: (): void => cancel?.(),
  }
}
