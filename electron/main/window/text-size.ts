import type { TextSize } from '../../../shared/settings/preferences'

/** From this width on, in pixels of the system, a window has room for larger text. */
const wide = 2400
/** So that what is read from two metres can be: a large screen stands farther away. */
const wideScale = 1.125

/** How much larger than drawn a page is shown. Larger text has fewer columns, like a browser's. */
export const zoomFor = (size: TextSize, width: number): number =>
  Math.max(size / 100, width >= wide ? wideScale : 1)
