import type { Bridge } from '../../shared/ipc/contract'
import type { Frames } from '../console/frames'

/**
 * How often the main process is told at most, ms. It waits much longer before it takes a window for
 * stopped.
 */
const reportEvery = 1_000

/**
 * Tells the main process how far the room on screen goes, so that a window that stopped drawing is
 * noticed outside it.
 */
export function createDrawnReport(bridge: Bridge, frames: Frames) {
  let newest = 0
  let told = 0
  let cancel: (() => void) | null = null
  const tell = () => {
    cancel = null
    told = newest
    // What is not told now is told with the next drawing.
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
