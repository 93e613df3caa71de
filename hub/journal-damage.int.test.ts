import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sha256 } from '../node/sha256'
import { closeDatabase, openDatabase } from '../node/sqlite'
import { systemClock } from '../node/system-clock'
import { hashedText } from '../shared/journal/snapshot'
import { raised, receiver, site, sites } from '../shared/testing/builders'
import { openStore } from './keeper/journal-store'
import { openKeeper } from './keeper/keeper'
import { parseHubOptions } from './options'
import { startHub } from './start-hub'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'navbatchi-damage-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const file = () => join(folder, 'journal.db')
const options = (...more: string[]) =>
  parseHubOptions(['--data', folder, '--http-port', '0', '--dc09-port', '0', ...more])
const surroundings = {
  log: pino({ level: 'silent' }),
  env: { NAVBATCHI_BOOTSTRAP_ADMIN: 'chief:correct horse' },
}

/** Changes the file as somebody would who has it in his hands while no hub runs. */
function tamper(work: (database: ReturnType<typeof openDatabase>) => void): void {
  const database = openDatabase(file())
  try {
    work(database)
  } finally {
    closeDatabase(database)
  }
}

function open(onFault: (text: string) => void = () => {}) {
  const store = openStore(folder, null)
  return openKeeper({ ...store, clock: systemClock, sha256, onFault })
}

/** A journal of 2,000 open alarms, closed with a snapshot. */
async function writeAlarms(): Promise<void> {
  const keeper = await open()
  await keeper.record(
    () => [
      sites(...Array.from({ length: 2_000 }, (_, at) => site(`site-${at}`))),
      ...Array.from({ length: 2_000 }, (_, at) => raised(`a${at}`, `site-${at}`)),
    ],
    receiver,
  )
  await keeper.close()
}

describe('A journal file that somebody changed', () => {
  it('shows every alarm although its snapshot was emptied and given a hash that fits', async () => {
    await writeAlarms()
    tamper((database) => {
      const { room, register } = database.prepare('SELECT room, register FROM snapshots').get() as {
        room: Uint8Array
        register: string | null
      }
      const emptied = inflateRawSync(room)
        .toString('utf8')
        .replace(/"alarms":\[.*?\](?=,"arming")/, '"alarms":[]')
      expect(emptied).toContain('"alarms":[]')
      database
        .prepare('UPDATE snapshots SET room = ?, hash = ?')
        .run(deflateRawSync(emptied), sha256(hashedText({ register, text: emptied })))
    })
    const faults: string[] = []
    const keeper = await open((text) => faults.push(text))
    expect(keeper.room().alarms.size).toBe(2_000)
    expect(faults.join()).toContain('names the snapshot')
    await keeper.close()
  })

  it('is refused with the file and the entry in a sentence', async () => {
    await writeAlarms()
    tamper((database) => {
      database.exec('DROP TRIGGER entries_unchangeable; DELETE FROM snapshots')
      database
        .prepare('UPDATE entries SET body = replace(body, \'"a77"\', \'"a78"\') WHERE seq = 79')
        .run()
    })
    await expect(open()).rejects.toThrow(
      new RegExp(`${file()} is damaged at entry 79: .*npm run verify`),
    )
  })

  it('names the entry as well when its text can no longer be read', async () => {
    await writeAlarms()
    tamper((database) => {
      database.exec('DROP TRIGGER entries_unchangeable; DELETE FROM snapshots')
      database.prepare("UPDATE entries SET body = 'x' WHERE seq = 1500").run()
    })
    await expect(open()).rejects.toThrow(/is damaged at entry 1500: /)
  })
})

/** An empty file in its place: what is left of the old one is not written to. */
function emptyFile(): void {
  rmSync(file())
  writeFileSync(file(), '')
}

describe('A data directory whose journal is gone', () => {
  const beginAndStop = async () => (await startHub(options(), surroundings)).stop()

  it.each([
    ['removed', () => rmSync(file())],
    ['emptied', emptyFile],
  ])('is not founded anew by itself after the journal was %s', async (_how, lose) => {
    await beginAndStop()
    for (const rest of ['-wal', '-shm']) rmSync(file() + rest, { force: true })
    lose()
    await expect(startHub(options(), surroundings)).rejects.toThrow(
      /journal\.db is missing or empty, but its accounts and its secrets are still there.*--found-anew/,
    )
    expect(existsSync(join(folder, 'accounts.db'))).toBe(true)
  })

  it('is founded anew when that is asked for', async () => {
    await beginAndStop()
    rmSync(file())
    const hub = await startHub(options('--found-anew'), surroundings)
    await hub.stop()
    // And from then on it is a unit like any other.
    await beginAndStop()
  })
})
