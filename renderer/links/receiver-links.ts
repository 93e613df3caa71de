import { derivedOf } from '../../shared/lang/derived'
import type { LinkState } from '../../shared/links/link'
import type { Room } from '../../shared/room/room'

/**
 * Every receiver link, the lost ones first, those lost longest on top; the same list while the
 * table is the same.
 */
export const receiverLinks = derivedOf((links: Room['links']): readonly LinkState[] =>
  [...links.values()].sort(
    (a, b) =>
      Number(b.lost) - Number(a.lost) || (a.lost ? a.since - b.since : a.name < b.name ? -1 : 1),
  ),
)
