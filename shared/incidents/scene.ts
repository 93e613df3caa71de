import { z } from 'zod'
import { placeSchema } from '../geo/place'
import { derivedOf } from '../lang/derived'
import type { Room } from '../room/room'
import type { SiteRow } from '../sites/site-row'
import { writtenLine } from '../text/written'
import type { Incident } from './incident'

/** Where something happens that is at no registered site. */
export const reportedPlaceSchema = z.object({
  /** As the caller said it; empty when only the point is known. */
  address: writtenLine.max(300),
  location: placeSchema,
  /** Only the address is known: the point was guessed from it. */
  rough: z.literal(true).optional(),
})
export type ReportedPlace = Readonly<z.output<typeof reportedPlaceSchema>>

/**
 * Where an incident is, in the form of a site: its own one, or the place a caller gave. Such a
 * place has no account and no zones, and nothing is known of it but what was said.
 */
export function sceneOf(
  room: Pick<Room, 'sites'>,
  incident: Pick<Incident, 'siteId' | 'place'> | undefined,
): SiteRow | undefined {
  if (incident?.place) return placed(incident as Placed)
  return room.sites.get(incident?.siteId ?? '')
}

type Placed = Pick<Incident, 'siteId'> & { readonly place: ReportedPlace }

const placed = (incident: Placed): SiteRow => sceneMadeOf(incident.place)(incident.siteId)

// A place belongs to one incident, so the row made of it is the same for as long as it stands.
const sceneMadeOf = derivedOf((place: ReportedPlace) => {
  let row: SiteRow | null = null
  return (siteId: string): SiteRow => {
    row ??= {
      id: siteId,
      account: '',
      name: place.address === '' ? coordinates(place.location) : place.address,
      category: 'residential',
      address: '',
      town: '',
      location: place.location,
      zones: [],
    }
    return row
  }
})

/** `38.86120, 65.79450`: latitude first, as it is read out. */
export const coordinates = ({ lat, lon }: ReportedPlace['location']): string =>
  `${lat.toFixed(5)}, ${lon.toFixed(5)}`
