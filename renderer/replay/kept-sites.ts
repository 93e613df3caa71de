import { sameJson } from '../../shared/lang/same-json'
import type { Site } from '../../shared/sites/site'

/**
 * Gives a site that has not changed as the same object as last time. A seek brings all 19,000 anew;
 * to the map a new object is a changed site, and drawing all of them again would take seconds.
 */
export function createSiteKeeper(): (sites: readonly Site[]) => readonly Site[] {
  const known = new Map<string, Site>()
  return (sites) =>
    sites.map((site) => {
      const before = known.get(site.id)
      if (before && sameJson(before, site)) return before
      known.set(site.id, site)
      return site
    })
}
