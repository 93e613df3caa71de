import type { Bridge } from '../../shared/ipc/contract'
import { sentence } from '../../shared/lang/decision'
import { SaidError } from '../../shared/lang/said-error'
import type { Paper } from '../../shared/paper/paper'
import { recordsQueries } from '../../shared/records/queries'
import type { Room } from '../../shared/room/room'
import { entryGroupSchema } from '../../shared/search/entry-group'
import type { Hit } from '../../shared/search/hit'
import { type EntryRange, rangeOf, roomThen } from './gather'

export interface LogReport {
  readonly from: number
  readonly to: number
  readonly room: Room
  /** Oldest first. */
  readonly hits: readonly Hit[]
  readonly entries: EntryRange
}

/** What the log has, and how many lines of it at most. */
export interface LogExtent {
  readonly routine: boolean
  readonly most: number
}

/** Some 500 pages. */
export const onPaper: LogExtent = { routine: false, most: 20_000 }
export const asTable: LogExtent = { routine: true, most: 200_000 }

const telling = entryGroupSchema.options.filter((group) => group !== 'routine')
const perQuestion = 200

export async function gatherLog(
  bridge: Bridge,
  { from, to }: Extract<Paper, { kind: 'log' }>,
  { routine, most }: LogExtent,
): Promise<LogReport> {
  const room = await roomThen(bridge, to)
  const groups = routine ? {} : { groups: telling }
  const hits: Hit[] = []
  for (let before: number | null | undefined; before !== null; ) {
    const { page } = await bridge.ask('records', {
      name: 'journal',
      request: {
        ...{ from, to, ...groups, limit: perQuestion, upTo: room.seq },
        ...(before === undefined ? {} : { before }),
      },
    })
    if (page.seq < room.seq) throw new SaidError(behind)
    hits.push(...page.rows.map((row) => recordsQueries.journal.row.parse(row)))
    if (hits.length > most) throw new SaidError(tooLong(most))
    before = page.next
  }
  hits.reverse()
  const first = hits[0]
  const last = hits.at(-1)
  if (!first || !last) throw new SaidError(nothing)
  const entries = await rangeOf(bridge, { first: first.seq, last: last.seq, until: to })
  return { from, to, room, hits, entries }
}

const behind = sentence(
  'paper-records-behind',
  'the records of this journal are still being made; try again in a moment',
)
const nothing = sentence('paper-nothing', 'nothing happened in that time')
const tooLong = (most: number) =>
  sentence('paper-too-long', 'that time has more than {most} entries; choose a shorter one', {
    most,
  })
