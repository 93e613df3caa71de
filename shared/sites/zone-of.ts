import type { Site } from './site'

/**
 * `005` and `5` are one zone: panels send three or four digits, a site's list is written by people.
 */
export const zoneNumber = (zone: string): string => zone.replace(/^0+(?=.)/, '')

/** The name a site gives a zone, or null when its list has none of that number. */
export const zoneName = (site: Pick<Site, 'zones'> | undefined, zone: string): string | null =>
  site?.zones.find(({ number }) => zoneNumber(number) === zoneNumber(zone))?.name ?? null
