import { useSyncExternalStore } from 'react'

/** As in the style sheets: a laptop's screen, where the waiting alarms need every row. */
const low = '(max-height: 800px)'

function subscribe(changed: () => void): () => void {
  const query = matchMedia(low)
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}

export const useLowScreen = (): boolean =>
  useSyncExternalStore(subscribe, () => matchMedia(low).matches)
