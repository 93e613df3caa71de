import { describe, expect, it } from 'vitest'
import { roomToJson } from '../room/parts'
import { raised, site, sites } from '../testing/builders'
import { entriesOf, roomOf } from '../testing/given'
import { pretendSha256 } from '../testing/journal-contract'
import { canonical } from './canonical'
import { createMemoryJournal } from './memory-journal'
import { createSnapshotLoader } from './proven-snapshot'

function journalWith(seqs: readonly number[]) {
  const journal = createMemoryJournal()
  const events = [sites(site('site-1')), raised('a1'), raised('a2')] as const
  journal.append(entriesOf(events), journal.head())
  for (const seq of seqs) {
    const json = roomToJson(roomOf(...events.slice(0, seq)))
    journal.saveSnapshot({ seq, at: json.at, hash: pretendSha256(canonical(json)), room: json })
  }
  return journal
}

describe('Loading a snapshot', () => {
  it('gives the newest room at or before an entry, with the hash of that entry', () => {
    const load = createSnapshotLoader(journalWith([1, 3]), pretendSha256)
    expect(load(2)).toMatchObject({ room: { seq: 1 }, head: { seq: 1 } })
    expect(load(99)?.room.alarms.size).toBe(2)
    expect(load(0)).toBeNull()
  })

  it('passes over one that is not what was written, and one of an entry the journal does not have', () => {
    const complaints: string[] = []
    const journal = journalWith([1, 2])
    const forged = roomToJson(roomOf(sites(site('site-1'))))
    journal.saveSnapshot({ seq: 3, at: 0, hash: pretendSha256('another'), room: forged })
    journal.saveSnapshot({ seq: 9, at: 0, hash: pretendSha256(canonical(forged)), room: forged })
    const load = createSnapshotLoader(journal, pretendSha256, (text) => complaints.push(text))
    expect(load(99)?.head.seq).toBe(2)
    expect(complaints).toEqual([
      'The snapshot at entry 9 is not what was written; an older one is used',
      'The snapshot at entry 3 is not what was written; an older one is used',
    ])
  })
})
