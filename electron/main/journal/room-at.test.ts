import { describe, expect, it } from 'vitest'
import { sha256 } from '../../../node/sha256'
import { canonical } from '../../../shared/journal/canonical'
import { genesisHash } from '../../../shared/journal/entry'
import { createMemoryJournal } from '../../../shared/journal/memory-journal'
import { record } from '../../../shared/journal/recorder'
import { emptyRoom } from '../../../shared/room/empty-room'
import { evolveAll } from '../../../shared/room/evolve'
import { roomToJson } from '../../../shared/room/parts'
import { officer, raised, signalAdded, site, sites } from '../../../shared/testing/builders'
import { createRoomAt } from './room-at'

const founded = {
  type: 'unit-founded',
  data: { unitId: 'unit-1', name: 'Unit', demo: true },
} as const
const length = 60_000
const snapshotAt = 45_000
const start = { seq: 0, hash: genesisHash }
const entries = record(
  [
    founded,
    sites(site('site-1')),
    raised('a1'),
    ...Array.from({ length: length - 3 }, () => signalAdded('a1')),
  ],
  { by: officer, at: 1_000, notBefore: 0, cause: null },
  start,
  sha256,
)
const roomAfter = (seq: number) => evolveAll(emptyRoom, entries.slice(0, seq))

/** A long journal with a snapshot far from its beginning. */
async function longJournal() {
  const journal = createMemoryJournal()
  await journal.append(entries, start)
  const state = roomAfter(snapshotAt)
  const room = roomToJson(state)
  await journal.saveSnapshot({
    seq: state.seq,
    at: state.at,
    hash: sha256(canonical(room)),
    register: null,
    text: canonical(room),
  })
  return journal
}

describe('the room after an entry', () => {
  it('is the fold of all entries up to it, in whatever order it is asked for', async () => {
    const roomAt = createRoomAt(await longJournal())
    for (const seq of [100, 50_000, snapshotAt, 44_999, 59_999, 2_001, 30_000, 100, 50_000, 0])
      expect(roomToJson(await roomAt(seq))).toEqual(roomToJson(roomAfter(seq)))
  })
  it('leads a contested account where it led then, although the sites were the same before', async () => {
    const [first, second] = [
      site('site-1', { account: 'BEEF' }),
      site('site-2', { account: 'BEEF' }),
    ]
    const moved = record(
      [
        founded,
        sites(first, second),
        raised('a1'),
        ...Array.from({ length: 30_000 }, () => signalAdded('a1')),
        sites(first),
      ],
      { by: officer, at: 1_000, notBefore: 0, cause: null },
      start,
      sha256,
    )
    const journal = createMemoryJournal()
    await journal.append(moved, start)
    const state = evolveAll(emptyRoom, moved)
    const room = roomToJson(state)
    await journal.saveSnapshot({
      seq: state.seq,
      at: state.at,
      hash: sha256(canonical(room)),
      register: null,
      text: canonical(room),
    })
    const roomAt = createRoomAt(journal)
    expect((await roomAt(10)).accounts.get('BEEF')).toBe('site-2')
    expect((await roomAt(state.seq)).accounts.get('BEEF')).toBe('site-1')
  })
  it('shares the sites with rooms made before, although it was read from a snapshot of its own', async () => {
    const roomAt = createRoomAt(await longJournal())
    const early = await roomAt(10)
    const late = await roomAt(50_000)
    expect(late.sites).toBe(early.sites)
    expect(late.accounts).toBe(early.accounts)
  })
})
