import type { Map as MapLibreMap } from 'maplibre-gl'
import { focusBounds, type Point, zoomLimits } from './region'

/** Close enough to tell streets' blocks of sites apart, far enough to see which town it is. */
export const closeZoom = 12.5

/**
 * A move longer than this keeps an officer from reading the map; a jump without any would lose
 * their bearings.
 */
const moveMs = 450

/** Empty rim around fitted points, in CSS pixels, so that no symbol is cut by the edge. */
const fitRim = 80

/**
 * Nearer than this two points of one yard would fill the map with themselves: no town, no other
 * alarm to tell where it is.
 */
const fitZoom = closeZoom

/** People who asked their system for no motion get a jump; so does a map nobody sees move. */
export const prefersNoMotion = (): boolean =>
  document.visibilityState === 'hidden' ||
  document.documentElement.dataset.motion === 'none' ||
  matchMedia('(prefers-reduced-motion: reduce)').matches

const motion = () => ({ duration: prefersNoMotion() ? 0 : moveMs, animate: !prefersNoMotion() })

/**
 * Brings a point to the middle of the map. Without `zoom` the map comes closer if it is far, and
 * never moves away: somebody already looking at a yard keeps looking at it.
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

/** Back to the view the map opens with. */
export function showRegion(map: MapLibreMap): void {
  map.fitBounds([...focusBounds], { padding: 12, linear: true, ...motion() })
}

/** One step closer or away, for buttons and keys. */
export function zoomBy(map: MapLibreMap, steps: number): void {
  map.easeTo({ zoom: map.getZoom() + steps, ...motion() })
}

/** Whether the point can be seen and is not right at the edge. `rim` in CSS pixels. */
export function isInView(map: MapLibreMap, [lon, lat]: Point, rim = 40): boolean {
  const { x, y } = map.project([lon, lat])
  const { clientWidth, clientHeight } = map.getContainer()
  return x >= rim && y >= rim && x <= clientWidth - rim && y <= clientHeight - rim
}
