import { expect, it } from 'vitest'
import type { RecordsReader } from '../records/reader-port'
import type { RoomEvent } from '../room/events'
import { matchOf } from '../search/terms'
import { raised, signal } from '../testing/builders'
import { entriesOf } from '../testing/given'
import { rawSignalsQuery } from './raw-query'

const received = (sequence: string, frame: string): RoomEvent => ({
  type: 'signal-received',
  data: { ...signal('0001', { sequence, frame }), siteId: 'site-1' },
})
const entries = entriesOf([
  received('1', '\\x0AOne\\x0D'),
  raised('a1'),
  received('2', '\\x0ATwo\\x0D'),
  received('3', ''),
])
const wanted = matchOf({ siteId: 'site-1', groups: ['signals'] })

/** Finds every signal of the one site there is. */
const reader: RecordsReader = {
  upTo: entries.length,
  list: () => [],
  count: () => new Map(),
  search: (match, { after, before, limit }) =>
    match !== wanted
      ? []
      : entries
          .filter(({ type, seq }) => type !== 'alarm-raised' && seq > after && seq < before)
          .map(({ seq }) => seq)
          .reverse()
          .slice(0, limit),
  get: () => undefined,
  entry: (seq) => entries[seq - 1],
  seqAt: () => entries.length,
}
const ask = (more: object = {}) =>
  rawSignalsQuery.ask(rawSignalsQuery.request.parse({ siteId: 'site-1', ...more }), reader)

it('The raw signals of a site are those received of it, newest first, with bytes and way', () => {
  const { rows, next } = ask()
  expect(rows.map(({ seq, frame }) => [seq, frame])).toEqual([
    [4, ''],
    [3, '\\x0ATwo\\x0D'],
    [1, '\\x0AOne\\x0D'],
  ])
  expect(rows[1]).toMatchObject({ channel: 'dc09-tcp', source: '127.0.0.1:50000', code: '130' })
  expect(next).toBeNull()
})
it('The raw signals of a site come page by page', () => {
  const first = ask({ limit: 2 })
  expect(first.rows.map(({ seq }) => seq)).toEqual([4, 3])
  expect(ask({ limit: 2, before: first.next }).rows.map(({ seq }) => seq)).toEqual([1])
})
