/**
 * A feature's properties. `id` is unique within its layer and names the same thing as long as it is
 * drawn.
 */
export type FeatureProperties = {
  readonly id: string
  readonly [name: string]: string | number | boolean | null | undefined
}

/** One thing on the map. A change makes a new object: the same object means no change. */
export type MapFeature = GeoJSON.Feature<GeoJSON.Geometry, FeatureProperties>

export interface FeatureDiff {
  readonly remove: string[]
  /** New features, and changed ones that replace those with their id. */
  readonly add: MapFeature[]
}

const byId = (features: readonly MapFeature[]): Map<string, MapFeature> =>
  new Map(features.map((feature) => [feature.properties.id, feature]))

/**
 * What to send so that a source showing `drawn` shows `wanted`. Compared by identity, never by
 * content: with 19,000 features a deep comparison would cost more than it saves. When an id appears
 * twice, the last one counts.
 */
export function diffFeatures(
  drawn: ReadonlyMap<string, MapFeature>,
  wanted: readonly MapFeature[],
): { readonly diff: FeatureDiff; readonly next: ReadonlyMap<string, MapFeature> } {
  const next = byId(wanted)
  const remove: string[] = []
  const add: MapFeature[] = []
  for (const id of drawn.keys()) if (!next.has(id)) remove.push(id)
  for (const [id, feature] of next) if (drawn.get(id) !== feature) add.push(feature)
  return { diff: { remove, add }, next }
}
