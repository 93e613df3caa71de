import type { Room } from '../../shared/room/room'
import type { Selection } from '../console/console-store'
import type { Hit } from '../map/piece-layers'

/** Something under the pointer that can be selected. */
export type Picked = Extract<
  NonNullable<Selection>,
  { readonly kind: 'alarm' | 'incident' | 'team' | 'site' | 'bundle' }
>

/** What a click means by what it hit: an alarm hides the site under it. */
export function picked(hits: readonly Hit[], room: Pick<Room, 'alarms'>): readonly Picked[] {
  const all = hits.flatMap(({ layer, id }) => selectionOf(layer, id) ?? [])
  const alarmed = new Set(
    all.flatMap((one) =>
      one.kind === 'alarm' ? (room.alarms.get(one.alarmId)?.siteId ?? []) : [],
    ),
  )
  return all.filter((one) => one.kind !== 'site' || !alarmed.has(one.siteId))
}

function selectionOf(layer: string, id: string): Picked | null {
  switch (layer) {
    case 'alarm':
      return { kind: 'alarm', alarmId: id }
    case 'incident':
      return { kind: 'incident', incidentId: id }
    case 'team':
      return { kind: 'team', teamId: id }
    case 'site':
      return { kind: 'site', siteId: id }
    case 'bundle':
      return { kind: 'bundle', bundleId: id }
    default:
      return null
  }
}

export const keyOf = (one: Picked): string => JSON.stringify(one)

/** Where they are; a bundle has no place. */
export function placesOf(
  all: readonly Picked[],
  room: Pick<Room, 'alarms' | 'sites'>,
): readonly (readonly [number, number])[] {
  return all.flatMap((one) => {
    const siteId =
      one.kind === 'alarm'
        ? room.alarms.get(one.alarmId)?.siteId
        : one.kind === 'site'
          ? one.siteId
          : undefined
    const place = room.sites.get(siteId ?? '')?.location
    return place ? [[place.lon, place.lat] as const] : []
  })
}
