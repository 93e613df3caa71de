import type { Bridge, ReplayPage } from '../../shared/ipc/contract'
import { sentence } from '../../shared/lang/decision'
import type { Instant } from '../../shared/lang/instant'
import { SaidError } from '../../shared/lang/said-error'
import type { Room } from '../../shared/room/room'
import type { Position } from '../../shared/teams/position'
import { roomAtDesk } from '../console/desk-room'

/** The entries a paper rests on. Whoever has the journal can check the last one's hash. */
export interface EntryRange {
  readonly first: number
  readonly last: number
  readonly hash: string
}

/** The room as it was, from this desk's own copy of the journal. */
export async function roomThen(bridge: Bridge, at: Instant): Promise<Room> {
  const { room } = await bridge.ask('replay-frame', { at })
  const then = await roomAtDesk(bridge, room, null)
  if (then === 'gone') throw notCopied()
  return then.room
}

export async function rangeOf(
  bridge: Bridge,
  { first, last, until }: { first: number; last: number; until: Instant },
): Promise<EntryRange> {
  const { entries } = await bridge.ask('replay-page', {
    afterSeq: last - 1,
    afterAt: until,
    until,
  })
  const entry = entries.find(({ seq }) => seq === last)
  if (!entry) throw notCopied()
  return { first, last, hash: entry.hash }
}

export const notCopied = () =>
  new SaidError(
    sentence('paper-not-copied', 'this desk’s own copy of the journal does not go that far yet'),
  )

/** Pages of fixes read for one map. A page has some thousands, a run of an hour a hundred thousand. */
const mostPages = 60

/** Where teams were in a span. `cut`: there was more than is read. */
export async function fixesOf(
  bridge: Bridge,
  { afterSeq, from, until }: { afterSeq: number; from: Instant; until: Instant },
): Promise<{ readonly fixes: readonly Position[]; readonly cut: boolean }> {
  const fixes: Position[] = []
  let at = from
  let seq = afterSeq
  for (let pages = 0; pages < mostPages; pages++) {
    const page: ReplayPage = await bridge.ask('replay-page', {
      afterSeq: seq,
      afterAt: at,
      until,
    })
    fixes.push(...page.positions)
    if (!page.more) return { fixes, cut: false }
    seq = page.entries.at(-1)?.seq ?? seq
    at = page.positions.at(-1)?.at ?? until
  }
  return { fixes, cut: true }
}
