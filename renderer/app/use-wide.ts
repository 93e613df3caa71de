import { useSyncExternalStore } from 'react'

/** As in renderer/ui/tokens.css: a screen with room for the log beside the teams. */
const wide = '(min-width: 2200px)'

function subscribe(changed: () => void): () => void {
  const query = matchMedia(wide)
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}

export const isWide = (): boolean => matchMedia(wide).matches
export const useWide = (): boolean => useSyncExternalStore(subscribe, isWide)
