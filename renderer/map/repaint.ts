import type { Map as MapLibreMap } from 'maplibre-gl'
import { basemapStyle } from './basemap-style'
import { type MapTheme, palettes } from './palette'

/** Gives the base map a theme's colours. Layers, data and view stay: nothing is loaded again. */
export function repaint(map: MapLibreMap, theme: MapTheme): void {
  // The language makes no difference to colours.
  for (const { id, paint = {} } of basemapStyle('en', palettes[theme]).layers)
    for (const [property, value] of Object.entries(paint))
      map.setPaintProperty(id, property as Property, value)
}

/** Paint properties of a style, which the compiler knows only layer by layer. */
type Property = Parameters<MapLibreMap['setPaintProperty']>[1]
