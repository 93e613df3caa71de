import { type RefObject, useEffect } from 'react'

/**
 * Puts an element's animations on the window's clock, so that everything pulses together. The style
 * sheet has their look.
 */
export function useOnePulse(element: RefObject<Element | null>): void {
  useEffect(() => {
    for (const animation of element.current?.getAnimations?.() ?? []) animation.startTime = 0
  })
}
