import type { ConsoleBridge, UnitId } from '../../shared/ipc/contract'
import type { Frames } from '../console/frames'

/** ms before asking again when the main process could not say which units there are. */
const askAgainAfter = 500

/**
 * Calls back with the unit this window should show: the first attached one, and another only when
 * that one is gone.
 */
export function followUnits(
  bridge: Pick<ConsoleBridge, 'units' | 'onUnits'>,
  frames: Pick<Frames, 'after'>,
  show: (unit: UnitId) => void,
): void {
  let shown: UnitId | null = null
  let pushed = false
  const choose = (units: readonly UnitId[]) => {
    const [first] = units
    if (first === undefined || (shown !== null && units.includes(shown))) return
    shown = first
    show(first)
  }
  const ask = () => {
    bridge.units().then(
      // What was pushed meanwhile is newer.
      (units) => pushed || choose(units),
      () => frames.after(askAgainAfter, ask),
    )
  }
  bridge.onUnits((units) => {
    pushed = true
    choose(units)
  })
  ask()
}
