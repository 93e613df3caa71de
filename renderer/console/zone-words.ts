import type { TFunction } from 'i18next'
import type { SiteRow } from '../../shared/sites/site-row'
import { zoneName, zoneNumber } from '../../shared/sites/zone-of'

export function sayZone(
  t: TFunction,
  site: Pick<SiteRow, 'zones'> | undefined,
  zone: string | null,
): string {
  if (zone === null) return ''
  const name = zoneName(site, zone)
  return t(name ? 'alarms:zone-named' : 'alarms:zone', { zone: zoneNumber(zone), name })
}
