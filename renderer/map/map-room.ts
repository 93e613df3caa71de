import type { Map as MapLibreMap } from 'maplibre-gl'
import { createContext, useContext } from 'react'
import type { CameraHold } from './camera-hold'
import type { Overlay } from './overlay'
import { type MapPalette, type MapTheme, palettes } from './palette'
import type { Picks } from './picks'
import type { PointTiles } from './point-tiles'

/** What stands inside a MapView: the map with its base style loaded, and what its layers share. */
export interface MapRoom {
  readonly map: MapLibreMap
  readonly hold: CameraHold
  readonly picks: Picks
  /** Draws sets of many points (see `usePointLayer`). */
  readonly pointTiles: PointTiles
  readonly overlay: Overlay
  /** False once the map, and with it its layers, is gone. */
  readonly alive: () => boolean
  /** Gives the base map the colours of a theme. */
  readonly paint: (theme: MapTheme) => void
}

export const MapRoomContext = createContext<MapRoom | undefined>(undefined)

export const MapPaletteContext = createContext<MapPalette>(palettes.dark)

/** The present colours of the map's ground, for layers that draw on it. */
export const useMapPalette = (): MapPalette => useContext(MapPaletteContext)

export function useMapRoom(): MapRoom {
  const room = useContext(MapRoomContext)
  if (!room) throw new Error('A map layer must stand inside <MapView>')
  return room
}

export const useMap = (): MapLibreMap => useMapRoom().map

/** Ask it before any move that the user did not ask for. Only inside a MapView. */
export const useCameraHold = (): CameraHold => useMapRoom().hold
