import { type RefObject, useEffect } from 'react'

/**
 * Puts the animations of an element on the clock of the whole window, so that whatever pulses
 * does so at one moment. Their look stands in the style sheet.
 */
export function useOnePulse(element: RefObject<Element | null>): void {
  useEffect(() => {
    for (const animation of element.current?.getAnimations?.() ?? []) animation.startTime = 0
  })
}
