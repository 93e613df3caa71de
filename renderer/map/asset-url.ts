/**
 * An address MapLibre can fetch. Its worker and font loader do not know the page, so they would
 * resolve a bundled asset's relative address against the worker file.
 */
export const assetUrl = (url: string): string =>
  typeof document === 'undefined' ? url : new URL(url, document.baseURI).href
