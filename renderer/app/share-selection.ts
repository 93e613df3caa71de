import type { ConsolePorts } from '../console/console-ports'
import { selectOnly } from '../console/selection'

/**
 * Keeps what is looked at the same in the room and in the map beside it. A display for the wall
 * looks at nothing. What another window told is not told back. Returns what ends it.
 */
export function shareSelection({ store, bridge }: Pick<ConsolePorts, 'store' | 'bridge'>) {
  if (store.getState().view === 'wall') return () => {}
  let known = JSON.stringify(store.getState().selection)
  const stopListening = bridge.on('selection', (selection) => {
    known = JSON.stringify(selection)
    selectOnly(store, selection)
  })
  const stopTelling = store.subscribe(({ selection }) => {
    const now = JSON.stringify(selection)
    if (now === known) return
    known = now
    // A window that cannot be told now is told the next time.
    bridge.ask('select', { selection }).catch(() => {})
  })
  return () => {
    stopListening()
    stopTelling()
  }
}
