import { demoRegion } from '../shared/demo/demo-region'
import { distance } from '../shared/geo/distance'
import type { Site } from '../shared/sites/site'

/**
 * Sites of the demo region a few hundred metres from a team's post, so that a car is there within
 * seconds; nearest first.
 */
export function sitesNearPosts(count: number): readonly Site[] {
  const { sites, teams } = demoRegion()
  const used = new Set<string>()
  const near = (site: Site) =>
    teams.find((team) => isNear(distance(team.postLocation, site.location)) && !used.has(team.id))
  const found: Site[] = []
  for (const site of sites) {
    const team = near(site)
    if (!team || site.category === 'residential') continue
    used.add(team.id)
    found.push(site)
    if (found.length === count) break
  }
  return found
}

const isNear = (metres: number) => metres > 250 && metres < 700
