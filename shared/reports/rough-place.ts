import type { Place } from '../geo/place'
import type { SiteRow } from '../sites/site-row'
import { searchKey } from '../text/search-key'

/** Shorter words (of, st.) say nothing of a place. */
const shortest = 3

/**
 * Where an address is, roughly: the middle of the sites whose address or town shares the most words
 * with it. Null when none does.
 */
export function roughPlace(sites: Iterable<SiteRow>, address: string): Place | null {
  const words = searchKey(address)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= shortest || /^\d+$/.test(word))
  let most = 0
  let found: Place[] = []
  for (const { address: own, town, location } of sites) {
    const text = searchKey(`${town} ${own}`)
    const shared = words.filter((word) => text.includes(word)).length
    if (shared === 0 || shared < most) continue
    if (shared > most) found = []
    most = shared
    found.push(location)
  }
  return middleOf(found)
}

export function middleOf(places: readonly Place[]): Place | null {
  if (places.length === 0) return null
  const mean = (of: (place: Place) => number) =>
    places.reduce((sum, place) => sum + of(place), 0) / places.length
  return { lon: mean(({ lon }) => lon), lat: mean(({ lat }) => lat) }
}
