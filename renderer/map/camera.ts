import type { Map as MapLibreMap } from 'maplibre-gl'
import { focusBounds, type Point, zoomLimits } from './region'

/** Close enough to tell blocks of sites apart, far enough to see which town it is. */
export const closeZoom = 12.5

/** A longer move would keep an officer from reading the map; a jump would lose their bearings. */
const moveMs = 450

/** Margin around fitted points, in CSS pixels, so that the edge cuts no symbol. */
const fitRim = 80

/**
 * Closer, two points of one yard would fill the map: no town and no other alarm to tell where it
 * is.
 */
const fitZoom = closeZoom

/** True for people who asked their system for no motion, and for a map nobody sees move. */
export const prefersNoMotion = (): boolean =>
  document.visibilityState === 'hidden' ||
  document.documentElement.dataset.motion === 'none' ||
  matchMedia('(prefers-reduced-motion: reduce)').matches

const motion = () => ({ duration: prefersNoMotion() ? 0 : moveMs, animate: !prefersNoMotion() })

/**
 * Brings a point to the middle of the map. Without `zoom` a distant map comes closer but never
 * moves away: somebody looking at a yard keeps looking at it.
 */
export function focusOn(
  map: MapLibreMap,
  [lon, lat]: Point,
  zoom = Math.max(map.getZoom(), closeZoom),
): void {
  map.easeTo({ center: [lon, lat], zoom: Math.min(zoom, zoomLimits.max), ...motion() })
}

/** Shows all of the points at once; does nothing without any. */
export function fitPoints(map: MapLibreMap, points: readonly Point[]): void {
  if (points.length === 0) return
  const lons = points.map(([lon]) => lon)
  const lats = points.map(([, lat]) => lat)
  map.fitBounds([Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)], {
    padding: fitRim,
    maxZoom: fitZoom,
    linear: true,
    ...motion(),
  })
}

export function showRegion(map: MapLibreMap): void {
  map.fitBounds([...focusBounds], { padding: 12, linear: true, ...motion() })
}

export function zoomBy(map: MapLibreMap, steps: number): void {
  map.easeTo({ zoom: map.getZoom() + steps, ...motion() })
}

/** Whether the point is in view and not right at the edge. `rim` in CSS pixels. */
export function isInView(map: MapLibreMap, [lon, lat]: Point, rim = 40): boolean {
  const { x, y } = map.project([lon, lat])
  const { clientWidth, clientHeight } = map.getContainer()
  return x >= rim && y >= rim && x <= clientWidth - rim && y <= clientHeight - rim
}
