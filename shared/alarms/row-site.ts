import type { Room } from '../room/room'
import type { Site } from '../sites/site'

export type RowSite = Pick<
  Site,
  'id' | 'name' | 'town' | 'address' | 'category' | 'location' | 'zones'
>

/**
 * The one place where the queue looks a site up. It gives the same object while nothing of the site
 * has changed, since a new object makes new rows.
 */
export const rowSite = (sites: Room['sites'], siteId: string): RowSite | undefined =>
  sites.get(siteId)

/** The part of the unit's area that the queue is filtered by. */
export const districtOf = ({ town }: Pick<RowSite, 'town'>): string => town

/** Whether to show the town beside the name. Not needed when the name ends with it. */
export const saysTown = ({ name, town }: Pick<RowSite, 'name' | 'town'>): boolean =>
  town !== '' && !name.trimEnd().toLowerCase().endsWith(town.toLowerCase())

export function streetOf({ address, town }: Pick<RowSite, 'address' | 'town'>): string {
  const street = address.trim()
  if (town === '' || !street.toLowerCase().endsWith(town.toLowerCase())) return street
  const rest = street.slice(0, -town.length).trimEnd()
  return rest.endsWith(',') ? rest.slice(0, -1).trimEnd() : street
}
