import { derivedOf } from '../../shared/lang/derived'
import type { Table } from '../../shared/lang/table'
import type { Site } from '../../shared/sites/site'
import type { MapFeature } from '../map/feature-diff'

/**
 * One feature per version of a site, made once: the map sends only features that are new objects.
 */
const featureOf = derivedOf(
  (site: Site): MapFeature => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [site.location.lon, site.location.lat] },
    properties: { id: site.id, category: site.category },
  }),
)

/** All sites as points for the map; an unchanged site is the same object as last time. */
export const siteFeatures = (sites: Table<Site>): readonly MapFeature[] =>
  [...sites.values()].map(featureOf)
