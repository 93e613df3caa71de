import { derivedOf } from '../../shared/lang/derived'
import { overColumns } from '../../shared/site-columns/column-sites'
import type { SiteColumns } from '../../shared/site-columns/columns'
import type { SiteCategory } from '../../shared/sites/site'
import type { SiteRow, Sites } from '../../shared/sites/site-row'
import type { MapFeature } from '../map/feature-diff'

const feature = (id: string, category: SiteCategory, coordinates: number[]): MapFeature => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates },
  properties: { id, category },
})

/**
 * One feature per version of a site, made once: the map sends only features that are new objects.
 */
const featureOf = derivedOf(({ id, category, location: { lon, lat } }: SiteRow) =>
  feature(id, category, [lon, lat]),
)

const featuresOf = derivedOf((columns: SiteColumns): readonly MapFeature[] =>
  Array.from({ length: columns.count }, (_, at) =>
    feature(columns.idAt(at), columns.categoryAt(at), [
      ...columns.places.subarray(at * 2, at * 2 + 2),
    ]),
  ),
)

/** All sites as points for the map; an unchanged site is the same object as last time. */
export function siteFeatures(given: Sites): readonly MapFeature[] {
  const { columns, since } = overColumns(given)
  const before = featuresOf(columns)
  if (since.size === 0) return before
  const rest = before.filter(({ properties }) => !since.has(properties.id))
  return [...rest, ...Array.from(since.values(), featureOf)]
}
