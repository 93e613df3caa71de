import type { Site } from './site'

/** `005` and `5` are one zone: panels send three or four digits, and people write a site's list. */
export const zoneNumber = (zone: string): string => zone.replace(/^0+(?=.)/, '')

export const zoneName = (site: Pick<Site, 'zones'> | undefined, zone: string): string | null =>
  site?.zones.find(({ number }) => zoneNumber(number) === zoneNumber(zone))?.name ?? null
