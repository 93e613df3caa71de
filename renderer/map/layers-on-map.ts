import type {
  CircleLayerSpecification,
  FillLayerSpecification,
  HeatmapLayerSpecification,
  LineLayerSpecification,
  Map as MapLibreMap,
  SourceSpecification,
  SymbolLayerSpecification,
} from 'maplibre-gl'
import { levelAnchor, type MapLevel } from './basemap-style'

type WithoutSource<L> = L extends unknown ? Omit<L, 'source'> : never

/** A MapLibre layer without its source, which the hook provides. `id` must be unique on the map. */
export type FeatureLayer = WithoutSource<
  | CircleLayerSpecification
  | FillLayerSpecification
  | HeatmapLayerSpecification
  | LineLayerSpecification
  | SymbolLayerSpecification
>

export interface LayersOnMap {
  readonly id: string
  readonly source: SourceSpecification
  /** From the lowest to the topmost. */
  readonly layers: readonly FeatureLayer[]
  readonly level: MapLevel
}

/** Adds those not on the map yet: reloading the style removes all of them. */
export function putUp(map: MapLibreMap, { id, source, layers, level }: LayersOnMap): void {
  if (!map.getSource(id)) map.addSource(id, source)
  for (const layer of layers)
    if (!map.getLayer(layer.id)) map.addLayer({ ...layer, source: id }, levelAnchor(level))
}

export function takeDown(map: MapLibreMap, id: string, layers: readonly FeatureLayer[]): void {
  for (const layer of layers) if (map.getLayer(layer.id)) map.removeLayer(layer.id)
  if (map.getSource(id)) map.removeSource(id)
}
