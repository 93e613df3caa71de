import type { Table } from '../../shared/lang/table'
import type { Site } from '../../shared/sites/site'
import type { MapFeature } from '../map/feature-diff'

/**
 * One feature per version of a site, made once: the map sends only features that are new objects.
 */
const features = new WeakMap<Site, MapFeature>()

function featureOf(site: Site): MapFeature {
  const known = features.get(site)
  if (known) return known
  const feature: MapFeature = {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [site.location.lon, site.location.lat] },
    properties: { id: site.id, category: site.category },
  }
  features.set(site, feature)
  return feature
}

/** All sites as points for the map; an unchanged site is the same object as last time. */
export const siteFeatures = (sites: Table<Site>): readonly MapFeature[] =>
  [...sites.values()].map(featureOf)
