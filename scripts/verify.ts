import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { verifyJournal } from '../node/verify-journal'

/*
 * npm run verify -- DIR|FILE
 * Proves the hash chain of a journal, or of a recorded shift. Exit 0 and the count; 1 and the first bad entry; 2 when
 * there is nothing to check.
 */
const given = process.argv[2]
if (given === undefined) end(2, 'Say what to verify: npm run verify -- DIR|FILE (a data directory or a journal file).')
if (!existsSync(given)) end(2, `There is no ${given}.`)
const file = statSync(given).isDirectory() ? join(given, 'journal.db') : given
if (!existsSync(file)) end(2, `There is no journal (journal.db) in ${given}.`)

const started = performance.now()
const result = verifyJournal(file)
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

function end(code: number, text: string): never {
  ;(code === 0 ? process.stdout : process.stderr).write(`${text}\n`)
  process.exit(code)
}
