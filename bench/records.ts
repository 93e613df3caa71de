import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openJournalFile } from '../node/journal-file'
import { openRecordsRunner } from '../node/records/open-records'
import { openRecordsAnswers, type RecordsAnswers } from '../node/records/records-answers'
import { largeBatch } from '../node/records/records-runner'
import { inTransaction, openDatabase } from '../node/sqlite'
import { demoRegion } from '../shared/demo/demo-region'
import { seededRandom } from '../shared/demo/random'
import { entryBody } from '../shared/journal/chain'
import { hour } from '../shared/lang/instant'
import { checkQuestion } from '../shared/records/answer'
import type { RecordsQueryName } from '../shared/records/queries'
import { type Figures, figuresOf, ratio } from './figures'
import { officers, yearOf } from './records-year'

const entries = Number(process.env.NAVBATCHI_BENCH_ENTRIES ?? 2_000_000)
/** How often each question is asked, each time about another subject. */
const asked = 100
/** Rows on a page by default. */
const pageRows = 50
const rowsAtOnce = 10_000
/** Goal for the slowest question, p95, ms. */
const goal = 100
const end = 1_790_000_000_000

/**
 * `npm run bench -- records`: writes a unit's year straight into a journal, builds its records from
 * nothing, and asks every kind of question. The floor is the time SQLite takes to look up a page of
 * entries by key.
 */
export async function benchRecords() {
  const folder = mkdtempSync(join(tmpdir(), 'navbatchi-bench-records-'))
  const files = { journalFile: join(folder, 'journal.db'), file: join(folder, 'records.db') }
  try {
    const random = seededRandom(7)
    const written = writeYear(files.journalFile, random)
    const building = build(files)
    const answers = openRecordsAnswers(files)
    const floor = lookUps(files.journalFile, written, random)
    const questions = askAll(answers, random)
    answers.close()
    const slowest = Math.max(...Object.values(questions).map(({ p95 }) => p95))
    return {
      bench: 'records',
      entries: written,
      journalMiB: mebibytes(files.journalFile),
      recordsMiB: mebibytes(files.file),
      building,
      floor,
      questions,
      slowestP95: slowest,
      ratio: ratio(slowest, floor.p95),
      goal,
      met: slowest <= goal,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const mebibytes = (file: string) => Math.round(statSync(file).size / 2 ** 20)

function writeYear(file: string, random: () => number): number {
  openJournalFile(file).close()
  const database = openDatabase(file, { durability: 'normal' })
  database.exec('PRAGMA synchronous = OFF')
  const insert = database.prepare('INSERT INTO entries VALUES (?, ?, NULL, ?, ?)')
  const hash = '0'.repeat(64)
  const { sites, teams } = demoRegion()
  const year = yearOf({ sites, teams, entries, random, end })
  let seq = 0
  for (let more = true; more; )
    inTransaction(database, () => {
      for (let row = 0; row < rowsAtOnce; row += 1) {
        const { value, done } = year.next()
        if (done || !value) {
          more = false
          return
        }
        seq += 1
        const { at, by, event } = value
        insert.run(seq, at, entryBody({ seq, at, by, cause: null, v: 1, ...event }), hash)
      }
    })
  database.close()
  return seq
}

/**
 * From nothing, as fast as a thread can. A hub takes twice as long, so as to use only half a core.
 */
function build(files: { readonly journalFile: string; readonly file: string }) {
  const started = performance.now()
  const runner = openRecordsRunner({ ...files, batch: largeBatch })
  const batches: number[] = []
  for (let more = true; more; ) {
    const began = performance.now()
    more = runner.step()
    batches.push(performance.now() - began)
  }
  const { seq, fault } = runner.state()
  runner.close()
  if (fault !== null) throw new Error(fault)
  const seconds = (performance.now() - started) / 1_000
  return {
    seconds: Math.round(seconds),
    perSecond: Math.round(seq / seconds),
    batch: figuresOf(batches),
  }
}

/** Looks up as many rows as a page has, each by its key. */
function lookUps(file: string, last: number, random: () => number): Figures {
  const database = openDatabase(file, { readOnly: true })
  const one = database.prepare('SELECT body FROM entries WHERE seq = ?')
  const times = Array.from({ length: asked * 10 }, () => {
    const seqs = Array.from({ length: pageRows }, () => 1 + Math.floor(random() * last))
    const began = performance.now()
    for (const seq of seqs) one.get(seq)
    return performance.now() - began
  })
  database.close()
  return figuresOf(times)
}

type Asking = readonly [name: RecordsQueryName, request: () => object]

function askAll(answers: RecordsAnswers, random: () => number): Readonly<Record<string, Figures>> {
  const { sites, teams } = demoRegion()
  const pick = <Item>(items: readonly Item[]): Item =>
    items[Math.floor(random() * items.length)] as Item
  const siteId = () => pick(random() < 0.5 ? sites.slice(0, 200) : sites).id
  const week = () => {
    const from = end - Math.floor(random() * 364 * 24 * hour)
    return { from, to: from + 7 * 24 * hour }
  }
  const word = () => pick(['eshik', 'дераза', 'сотрудник', 'datchik', 'tekshirildi', 'шам'])
  const asking: Readonly<Record<string, Asking>> = {
    'alarms of a site': ['alarms', () => ({ siteId: siteId() })],
    'alarms of a disposition in a week': ['alarms', () => ({ ...week(), disposition: 'test' })],
    'alarms of a kind, a page deep in the year': [
      'alarms',
      () => ({ kind: 'fire', before: 1 + Math.floor(random() * entries) }),
    ],
    'year of a site': ['site-year', () => ({ siteId: siteId() })],
    'incidents of an officer': ['incidents', () => ({ ownerId: pick(officers).id })],
    'incidents of a week': ['incidents', week],
    'runs of a team': ['assignments', () => ({ teamId: pick(teams).id })],
    'events of a site': ['site-events', () => ({ siteId: siteId() })],
    'journal: a word': ['journal', () => ({ words: word() })],
    'journal: a word in a week': ['journal', () => ({ ...week(), words: word() })],
    'journal: a word, at a site': ['journal', () => ({ words: word(), siteId: siteId() })],
    'journal: two words of an officer': [
      'journal',
      () => ({ words: `${word()} obyekt`, officerId: pick(officers).id }),
    ],
    'journal: the beginning of a word': ['journal', () => ({ words: pick(['da', 'es', 'ma']) })],
    'journal: the name of a site': ['journal', () => ({ words: pick(sites).name })],
    'journal: a team in a week': ['journal', () => ({ ...week(), teamId: pick(teams).id })],
    'journal: an account': ['journal', () => ({ account: pick(sites).account })],
    'journal: a kind of entries as of an instant': [
      'journal',
      () => ({ groups: ['tests', 'incidents'], upTo: 1 + Math.floor(random() * entries) }),
    ],
    'journal: what is not there': ['journal', () => ({ words: 'zzz', groups: ['routine'] })],
  }
  return Object.fromEntries(
    Object.entries(asking).map(([what, [name, request]]) => [
      what,
      figuresOf(
        Array.from({ length: asked }, () => {
          const checked = checkQuestion(name, request())
          if (!checked.ok) throw checked.error
          const began = performance.now()
          answers.answer(checked.question)
          return performance.now() - began
        }),
      ),
    ]),
  )
}
