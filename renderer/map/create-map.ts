import { Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url&no-inline'
import { assetUrl } from './asset-url'
import type { MapLanguage } from './basemap-labels'
import { basemapStyle } from './basemap-style'
import { type MapTheme, palettes } from './palette'
import { focusBounds, mapBounds, zoomLimits } from './region'

export interface MapLook {
  readonly language: MapLanguage
  readonly theme: MapTheme
}

/** Throws where WebGL 2 is missing. */
export function createMap(container: HTMLElement, { language, theme }: MapLook): MapLibreMap {
  // From a file, not a blob: the page's content policy allows only workers of its own origin.
  setWorkerUrl(assetUrl(workerUrl))
  const map = new MapLibreMap({
    container,
    style: basemapStyle(language, palettes[theme]),
    bounds: [...focusBounds],
    fitBoundsOptions: { padding: 12 },
    maxBounds: [...mapBounds],
    minZoom: zoomLimits.min,
    maxZoom: zoomLimits.max,
    // North is up and the map is flat: directions by radio must mean the same to everybody.
    maxPitch: 0,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    renderWorldCopies: false,
    attributionControl: false,
    // A symbol appears at once instead of fading in over a third of a second.
    fadeDuration: 0,
    // The style is part of the program: it is checked in development, not at each start.
    validateStyle: import.meta.env.DEV,
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  return map
}
