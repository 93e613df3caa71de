import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { entryBody, entryHash } from '../../shared/journal/chain'
import type { AnyEntry } from '../../shared/journal/entry'
import type { JournalHead } from '../../shared/journal/journal-port'
import { checkQuestion } from '../../shared/records/answer'
import type { Projection } from '../../shared/records/projection'
import { projections } from '../../shared/records/projections'
import type { RecordsQueryName } from '../../shared/records/queries'
import type { Entry } from '../../shared/room/events'
import { unhashedEntry } from '../../shared/room/unhashed-entry'
import { nightOf } from '../../shared/testing/any-night'
import { officer, site, sites } from '../../shared/testing/builders'
import { describeRecords, type RecordsUnderTest } from '../../shared/testing/records-contract'
import { openJournalFile } from '../journal-file'
import { sha256 } from '../sha256'
import { openRecords } from './open-records'
import { smallBatch } from './records-runner'

const folder = mkdtempSync(join(tmpdir(), 'navbatchi-records-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let files = 0

/** The entries with the hashes that chain them to a journal. */
function chained(entries: readonly Entry[], head: JournalHead): AnyEntry[] {
  let { hash } = head
  return entries.map((entry) => {
    hash = entryHash(hash, entryBody(entry), sha256)
    return { ...entry, hash }
  })
}

function openInFolder(): RecordsUnderTest & {
  readonly file: string
  readonly journalFile: string
  restart(using?: readonly Projection[]): void
} {
  files += 1
  const journalFile = join(folder, `journal-${files}.db`)
  const file = join(folder, `records-${files}.db`)
  const journal = openJournalFile(journalFile)
  const batch = { limit: 16, maxBytes: 64 * 1024 }
  const openNow = (using: readonly Projection[]) =>
    openRecords({ journalFile, file, projections: using, batch })
  let records = openNow(projections)
  let open = true
  const append = (entries: readonly Entry[]) => {
    const head = journal.head()
    if (entries.length > 0) journal.append(chained(entries, head), head)
  }
  const catchUp = () => {
    while (records.step());
  }
  const restart = (using = projections) => {
    records.close()
    records = openNow(using)
  }
  catchUp()
  return {
    file,
    journalFile,
    take(entries, most = entries.length) {
      append(entries.slice(0, most))
      catchUp()
      append(entries.slice(most))
    },
    restart,
    rebuild() {
      records.close()
      rmSync(file)
      records = openNow(projections)
      catchUp()
    },
    ask(name, request) {
      const checked = checkQuestion(name, request)
      if (!checked.ok) throw checked.error
      return JSON.parse(records.answer(checked.question)) as never
    },
    state: () => records.state(),
    close() {
      if (!open) return
      open = false
      records.close()
      journal.close()
    },
  }
}

describeRecords('a SQLite file', openInFolder)

describe('a file of records', () => {
  const night = nightOf(
    ['signal', 'take', 'signal', 'send', 'close'].map((does, at) => ({
      ...{ does, which: at, other: 1, minutes: 1 },
    })),
  )
  const opened = () => {
    const records = openInFolder()
    records.take(night)
    return records
  }

  it('that is damaged is made anew from the journal', () => {
    const records = opened()
    const before = records.ask('alarms', {})
    records.restart()
    records.close()
    writeFileSync(records.file, 'no database at all')
    const again = openRecords({ ...records, batch: smallBatch })
    while (again.step());
    expect(JSON.parse(again.answer(question('alarms')))).toEqual(before)
    again.close()
  })

  it('has rows of a changed projection made anew, and those of the others kept', () => {
    const records = opened()
    let read = 0
    const counting = (projection: Projection): Projection => ({
      ...projection,
      project(entry, past) {
        read += 1
        return projection.project(entry, past)
      },
    })
    const [first, ...others] = projections.map(counting)
    if (!first) throw new Error('There are projections')
    records.restart([{ ...first, version: first.version + 1 }, ...others])
    records.take([])
    expect(read).toBe(night.length)
    expect(records.state().seq).toBe(night.length)
    records.close()
  })

  it('that was made of another journal is made anew', () => {
    const [one, other] = [opened(), openInFolder()]
    other.take(night.slice(0, 4))
    one.close()
    other.close()
    const mixed = openRecords({ file: one.file, journalFile: other.journalFile, batch: smallBatch })
    while (mixed.step());
    expect(mixed.state()).toEqual({ seq: 4, head: 4, fault: null })
    expect(JSON.parse(mixed.answer(question('alarms')))).toMatchObject({ seq: 4, rows: [] })
    mixed.close()
  })

  it('says in words why it cannot be kept, and goes on once it can', () => {
    const records = opened()
    records.close()
    let broken = true
    const [first, ...others] = projections
    if (!first) throw new Error('There are projections')
    const failing: Projection = {
      ...first,
      version: first.version + 1,
      project(entry, past) {
        if (broken && entry.seq === 4) throw new Error('Entry 4 makes no sense')
        return first.project(entry, past)
      },
    }
    const { file, journalFile } = records
    const kept = openRecords({
      ...{ file, journalFile, batch: smallBatch, projections: [failing, ...others] },
    })
    expect(kept.step()).toBe(false)
    expect(kept.state().fault).toBe('The records of the past are not kept: Entry 4 makes no sense')
    broken = false
    while (kept.step());
    expect(kept.state()).toEqual({ seq: night.length, head: night.length, fault: null })
    kept.close()
  })

  it('is read without the data of an entry that is as large as an import', () => {
    const records = opened()
    const many = Array.from({ length: 900 }, (_, n) => site(`big-${n}`, { account: `B${n}` }))
    const head = { seq: night.length + 1, at: night.at(-1)?.at ?? 0, by: officer }
    const entry = unhashedEntry(sites(...many), head)
    records.take([entry])
    const { rows } = records.ask('site-events', { siteId: 'big-77' })
    expect(rows).toMatchObject([{ seq: entry.seq, type: 'sites-registered', said: {} }])
    records.close()
  })
})

const question = (name: RecordsQueryName) => {
  const checked = checkQuestion(name, {})
  if (!checked.ok) throw checked.error
  return checked.question
}
