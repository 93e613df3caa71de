import { fork } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Part } from '../node/prove-snapshots'
import {
  divideJournal,
  lastSeqOf,
  type Verification,
  verifyBeyondEntries,
  verifyJournal,
  verifyPart,
} from '../node/verify-journal'

/*
 * npm run verify -- DIR|FILE Proves the hash chain of a journal, or of a recorded shift. Exit 0 and
 * the count; 1 and the first bad entry; 2 when there is nothing to check. A long journal is proven
 * in parts, one per core, by processes that run this file too (the TypeScript loader does not reach
 * into worker threads).
 */

/** Entries that justify a separate process: starting one takes about as long as verifying these. */
const worthAProcess = 100_000

/**
 * MB for what is young, in V8's words: entries are read, looked at and dropped by the thousand; a
 * fifth less time.
 */
const youngSpace = '--max-semi-space-size=64'

/** First argument of a process that proves one part and reports it. */
const partArgument = '--part'

async function verifyOnAllCores(file: string): Promise<Verification> {
  const count = lastSeqOf(file)
  const processes = Math.min(availableParallelism(), Math.floor(count / worthAProcess))
  if (processes < 2) return verifyJournal(file)
  const parts = divideJournal(file, processes)
  const proven = await Promise.all(parts.map((part) => inProcess(part, file)))
  const bad = proven.find((result) => !result.ok) ?? verifyBeyondEntries(file)
  const last = proven.at(-1)
  if (bad || !last?.ok) return bad ?? verifyJournal(file)
  return { ...last, count: last.lastSeq }
}

function inProcess({ after, until }: Part, file: string): Promise<Verification> {
  return new Promise((resolve, reject) => {
    const child = fork(
      fileURLToPath(import.meta.url),
      [partArgument, file, String(after), String(until)],
      {
        execArgv: [...process.execArgv, youngSpace],
      },
    )
    child.once('message', (result) => resolve(result as Verification))
    child.once('error', reject)
    child.once('exit', (code) =>
      reject(new Error(`A part of the verification ended by itself (code ${code})`)),
    )
  })
}

function journalFile(given: string | undefined): string {
  if (given === undefined)
    end(2, 'Say what to verify: npm run verify -- DIR|FILE (a data directory or a journal file).')
  if (!existsSync(given)) end(2, `There is no ${given}.`)
  const file = statSync(given).isDirectory() ? join(given, 'journal.db') : given
  if (!existsSync(file)) end(2, `There is no journal (journal.db) in ${given}.`)
  return file
}

async function main(): Promise<void> {
  const file = journalFile(process.argv[2])
  const started = performance.now()
  const result = await verifyOnAllCores(file)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  if (!result.ok) {
    const where = result.seq === null ? '' : ` First bad seq: ${result.seq}.`
    end(1, `NOT verified: ${file}.${where} Reason: ${result.reason}.`)
  }
  const { count, lastHash } = result
  if (count === 0) end(0, `Verified: ${file} is empty, 0 entries.`)
  end(
    0,
    `Verified: ${count} entries of ${file}, 1 to ${count} without a gap, ending with hash ${lastHash} (${seconds} s).`,
  )
}

function end(code: number, text: string): never {
  ;(code === 0 ? process.stdout : process.stderr).write(`${text}\n`)
  process.exit(code)
}

if (process.argv[2] === partArgument) {
  const [file = '', after, until] = process.argv.slice(3)
  process.send?.(verifyPart(file, { after: Number(after), until: Number(until) }))
  process.disconnect()
} else await main()
