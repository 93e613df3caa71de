import { describe, expect, it } from 'vitest'
import { emptyRoom } from '../room/empty-room'
import { roomToJson } from '../room/parts'
import { createRoomTexts, hashOfWhole } from '../room/parts-text'
import { raised, site, sites } from '../testing/builders'
import { entriesOf, roomOf } from '../testing/given'
import { pretendSha256 } from '../testing/journal-contract'
import { wholeSnapshot } from '../testing/whole-snapshot'
import { createMemoryJournal } from './memory-journal'
import { createSnapshotLoader } from './proven-snapshot'
import { snapshotOf } from './snapshot'

const texts = createRoomTexts(hashOfWhole(pretendSha256))

async function journalWith(seqs: readonly number[]) {
  const journal = createMemoryJournal()
  const events = [sites(site('site-1')), raised('a1'), raised('a2')] as const
  await journal.append(entriesOf(events), await journal.head())
  for (const seq of seqs) {
    const room = roomOf(...events.slice(0, seq))
    const { snapshot, register } = snapshotOf(room, texts, pretendSha256)
    await journal.saveSnapshot(snapshot, register)
  }
  return journal
}

describe('Loading a snapshot', () => {
  it('gives the newest room at or before an entry, with the hash of that entry', async () => {
    const load = createSnapshotLoader({ journal: await journalWith([1, 3]), sha256: pretendSha256 })
    expect(await load(2)).toMatchObject({ room: { seq: 1 }, head: { seq: 1 } })
    expect((await load(99))?.room.alarms.size).toBe(2)
    expect(await load(0)).toBeNull()
  })

  it('passes over one that is not what was written, and one of an entry the journal does not have', async () => {
    const complaints: string[] = []
    const journal = await journalWith([1, 2])
    const forged = roomToJson(roomOf(sites(site('site-1'))))
    await journal.saveSnapshot(wholeSnapshot({ ...forged, seq: 3 }, pretendSha256, 'another'))
    await journal.saveSnapshot(wholeSnapshot({ ...forged, seq: 9 }, pretendSha256))
    const load = createSnapshotLoader({
      journal,
      sha256: pretendSha256,
      onFault: (text) => complaints.push(text),
    })
    expect((await load(99))?.head.seq).toBe(2)
    expect(complaints).toEqual([
      'The snapshot at entry 9 is not what was written; an older one is used',
      'The snapshot at entry 3 is not what was written; an older one is used',
    ])
  })

  it('takes a snapshot of an earlier version, with the whole room in it', async () => {
    const journal = await journalWith([1])
    const room = roomOf(sites(site('site-1')), raised('a1'))
    await journal.saveSnapshot(wholeSnapshot(roomToJson(room), pretendSha256))
    const load = createSnapshotLoader({ journal, sha256: pretendSha256 })
    expect(roomToJson((await load(2))?.room ?? emptyRoom)).toEqual(roomToJson(room))
  })

  it('passes over a snapshot whose register is lost or is not what was written', async () => {
    for (const text of [null, '{"sites":[],"contested":[]}']) {
      const journal = { ...(await journalWith([3])), registerText: async () => text }
      expect(await createSnapshotLoader({ journal, sha256: pretendSha256 })(3)).toBeNull()
    }
  })

  it('reads a register once for all snapshots that have it, and their rooms share it', async () => {
    const journal = await journalWith([1, 2, 3])
    let read = 0
    const registerText = (version: string) => {
      read += 1
      return journal.registerText(version)
    }
    const load = createSnapshotLoader({
      journal: { ...journal, registerText },
      sha256: pretendSha256,
    })
    expect((await load(3))?.room.sites).toBe((await load(1))?.room.sites)
    expect(read).toBe(1)
  })
})
