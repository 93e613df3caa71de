import type { LinkState } from '../../shared/links/link'
import type { Room } from '../../shared/room/room'

const ordered = new WeakMap<Room['links'], readonly LinkState[]>()

/**
 * Every receiver link, the lost ones first, those lost longest on top; the same list while the
 * table is the same.
 */
export function receiverLinks(links: Room['links']): readonly LinkState[] {
  const known = ordered.get(links)
  if (known) return known
  const list = [...links.values()].sort(
    (a, b) =>
      Number(b.lost) - Number(a.lost) || (a.lost ? a.since - b.since : a.name < b.name ? -1 : 1),
  )
  ordered.set(links, list)
  return list
}
