import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { pino } from 'pino'
import { Registry } from 'prom-client'
import { afterEach } from 'vitest'
import { sha256 } from '../../node/sha256'
import { openDatabase, storageTrouble } from '../../node/sqlite'
import { openSqliteJournal } from '../../node/sqlite-journal'
import { systemActor } from '../../shared/accounts/actor'
import { hour, minute } from '../../shared/lang/instant'
import type { RoomEvent } from '../../shared/room/events'
import type { Line } from '../../shared/sites/site'
import { receiver, signal, site, sites } from '../../shared/testing/builders'
import type { Clock } from '../../shared/timeline/clock-port'
import { createManualClock } from '../../shared/timeline/manual-clock'
import type { CommitReport } from '../keeper/commit-queue'
import { openKeeper } from '../keeper/keeper'
import { createTestDuties } from '../on-test/test-duties'
import { createReception } from '../reception/reception'
import { journalFolder } from '../testing/journal-folder'
import { createSupervision } from './supervision'

/**
 * For tests of supervision: a keeper on a real file, reception, and a clock that the test advances.
 */

const log = pino({ level: 'silent' })

/** Monday, 5 January 2026, 08:00 in Tashkent. */
export const monday8 = Date.UTC(2026, 0, 5, 3)

export const line = (account: string, interval: number | null): Line => ({
  account,
  interval,
  tolerances: [],
  encryption: 'optional',
})

export interface SupervisionOptions {
  readonly startAt?: number
  readonly maxBytes?: number
  readonly past?: readonly RoomEvent[]
}

export async function openSupervision(file: string, options: SupervisionOptions = {}) {
  const { startAt = monday8, maxBytes, past = [] } = options
  const manual = createManualClock(startAt)
  let shift = 0
  const clock: Clock = { now: () => manual.now() + shift, after: manual.after }
  const journal = openSqliteJournal(file, maxBytes === undefined ? {} : { maxBytes })
  const commits: CommitReport[] = []
  const keeper = await openKeeper({
    journal,
    probe: journal.file.probe,
    explain: storageTrouble,
    clock,
    sha256,
    onCommit: (report) => commits.push(report),
  })
  if (past.length > 0) await keeper.record(() => past, systemActor)
  const registry = new Registry()
  let receiving = true
  const reception = createReception({
    keeper,
    clock,
    newId: randomUUID,
    registry: new Registry(),
    log,
    heard: (account) => supervision.heard(account),
    undeciphered: (account, address) => supervision.undeciphered(account, address),
  })
  const supervision = createSupervision({
    keeper,
    take: reception.take,
    clock,
    newId: randomUUID,
    log,
    registry,
    receiving: () => receiving,
  })
  const faults: unknown[] = []
  const stopTests = createTestDuties({
    keeper,
    clock,
    onFault: (error) => faults.push(error),
  })
  const settle = async () => {
    for (let turn = 0; turn < 5; turn++) await setImmediate()
  }
  const pass = async (seconds: number) => {
    for (let at = 0; at < seconds; at++) {
      manual.advance(1_000)
      if (at === seconds - 1 || at % 60 === 0) await settle()
    }
  }
  return {
    keeper,
    commits,
    reception,
    settle,
    heard: reception.heard,
    undeciphered: reception.undeciphered,
    take: (account: string, change: Parameters<typeof signal>[1] = {}) => {
      reception.heard(account)
      return reception.take(
        [signal(account, { signalId: randomUUID(), zone: null, ...change })],
        receiver,
      )
    },
    pass,
    /**
     * Advances to a time of day of that Monday (24 and more: of the days after). The clock is put a
     * quarter of an hour before it.
     */
    async until(hours: number, minutes = 0) {
      const at = monday8 + (hours - 8) * hour + minutes * minute
      shift += at - 15 * minute - clock.now()
      await pass(15 * 60)
    },
    /** Changes the clock without running a timer. */
    jump: (ms: number) => {
      shift += ms
    },
    receives: (whether: boolean) => {
      receiving = whether
    },
    now: clock.now,
    /** The standing notices, as `account|code`. */
    missing: () => [...keeper.durableRoom().missing.keys()].sort(),
    alarms: () => [...keeper.durableRoom().alarms.values()],
    said: async () =>
      (await keeper.read(0, 100_000))
        .flatMap((entry) =>
          entry.type === 'signal-received' && entry.by.kind === 'system' ? [entry.data] : [],
        )
        .map((data) => data as ReturnType<typeof signal>),
    metric: async (name: string) =>
      (await registry.getSingleMetricAsString(name)).split('\n').at(-1),
    async stop() {
      supervision.stop()
      stopTests()
      reception.stop()
      await keeper.close()
      if (faults.length > 0) throw faults[0]
    },
  }
}

/** The hubs of one test file. Each ends with its test, the newest first. */
export function supervisedHubs() {
  const { newFile } = journalFolder()
  const running: { stop(): unknown }[] = []
  const endAll = async () => {
    for (const one of running.splice(0).reverse()) await one.stop()
  }
  afterEach(endAll)
  return {
    newFile,
    running,
    endAll,
    async open(options: SupervisionOptions = {}, file = newFile()) {
      const hub = await openSupervision(file, options)
      running.push(hub)
      return hub
    },
    async end(hub: { stop(): unknown }) {
      running.splice(running.indexOf(hub), 1)
      await hub.stop()
    },
  }
}

/** Fills the disk but for a row or two; gives the room back when called. */
export function occupy(file: string): () => void {
  const other = openDatabase(file)
  other.exec('CREATE TABLE filler (bytes BLOB); INSERT INTO filler VALUES (zeroblob(1_880_000))')
  return () => {
    other.exec('DROP TABLE filler')
    other.close()
  }
}
/** More entries than an occupied disk has room for. */
export const storm = () => Array.from({ length: 400 }, () => sites(site('site-9')))
