import type { TextSize } from '../../../shared/settings/preferences'

/** From this width on, in system pixels, a window has room for larger text. */
const wide = 2400
/** A large screen stands farther away, and its text must be readable from two metres. */
const wideScale = 1.125

/** The scale at which a page is shown. As in a browser, larger text leaves fewer columns. */
export const zoomFor = (size: TextSize, width: number): number =>
  Math.max(size / 100, width >= wide ? wideScale : 1)
