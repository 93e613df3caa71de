/**
 * An address MapLibre can fetch. Its worker and its font loader know nothing of the page they
 * serve, so a bundled asset's relative address would be taken relative to the worker file.
 */
export const assetUrl = (url: string): string =>
  typeof document === 'undefined' ? url : new URL(url, document.baseURI).href
