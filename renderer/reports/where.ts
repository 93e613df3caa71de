import type { Place } from '../../shared/geo/place'
import { readCoordinates } from '../../shared/geo/read-coordinates'
import { coordinates, type ReportedPlace } from '../../shared/incidents/scene'
import { middleOf, roughPlace } from '../../shared/reports/rough-place'
import type { Room } from '../../shared/room/room'

/** Where a caller is: at a registered site, or somewhere else. */
export type Where = { readonly siteId: string } | { readonly place: ReportedPlace }

/** As it stands in the draft of the form: `site:ID`, `point:LAT, LON` or `address:TEXT`. */
export function readWhere(room: Pick<Room, 'sites' | 'teams'>, written: string): Where | null {
  const [kind = '', rest = ''] = split(written)
  switch (kind) {
    case 'site':
      return room.sites.has(rest) ? { siteId: rest } : null
    case 'point': {
      const location = readCoordinates(rest)
      return location && { place: { address: '', location } }
    }
    case 'address': {
      const location = roughPlace(room.sites.values(), rest) ?? unitMiddle(room)
      return location && { place: { address: rest, location, rough: true } }
    }
    default:
      return null
  }
}

const split = (written: string): readonly string[] => {
  const at = written.indexOf(':')
  return at < 0 ? [] : [written.slice(0, at), written.slice(at + 1)]
}

/** Where the teams stand: somewhere in the area the unit answers for. */
const unitMiddle = ({ teams }: Pick<Room, 'teams'>): Place | null =>
  middleOf([...teams.values()].map(({ postLocation }) => postLocation))

export const siteWritten = (siteId: string): string => `site:${siteId}`
export const pointWritten = (place: Place): string => `point:${coordinates(place)}`

/** What was typed, when no site is meant: coordinates or an address; null for nothing. */
export function typedWhere(text: string): string | null {
  const point = readCoordinates(text)
  if (point) return pointWritten(point)
  const address = text.trim()
  return address === '' ? null : `address:${address}`
}

export const locationOf = (room: Pick<Room, 'sites'>, where: Where): Place | null =>
  'place' in where ? where.place.location : (room.sites.get(where.siteId)?.location ?? null)
