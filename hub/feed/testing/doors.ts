import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { Registry } from 'prom-client'
import type { RecordsDesk } from '../../../node/records/records-desk'
import { sha256 } from '../../../node/sha256'
import { type Role, systemActor } from '../../../shared/accounts/actor'
import { pagesOf } from '../../../shared/journal/entry-page'
import { createMemoryJournal } from '../../../shared/journal/memory-journal'
import type { RecordsQuestion } from '../../../shared/records/answer'
import type { RoomEvent } from '../../../shared/room/events'
import { raised, site, sites, team, teams } from '../../../shared/testing/builders'
import { createManualClock } from '../../../shared/timeline/manual-clock'
import { signInSchema } from '../../../shared/wire/sessions'
import { openDoors as openHubDoors } from '../../doors'
import { openKeeper } from '../../keeper/keeper'
import { createReception } from '../../reception/reception'
import { openSecrets } from '../../secrets/secrets'

/** Any time of day will do, as long as devices' clocks can be compared with it. */
export const start = 1_700_000_000_000

const founded: RoomEvent[] = [
  { type: 'unit-founded', data: { unitId: 'unit-1', name: 'Unit 1', demo: true } },
  sites(site('site-1'), site('site-2')),
  teams(team('q-01'), team('q-02')),
]

export interface DoorsOptions {
  readonly env?: Readonly<Record<string, string>>
  readonly slowestRequest?: number
}

function recordsToAnswer() {
  const asked: RecordsQuestion[] = []
  const desk: RecordsDesk = {
    async ask(question) {
      asked.push(question)
      return JSON.stringify({ rows: [], next: null, seq: 0, behind: 3 })
    },
    state: () => ({ seq: 1, head: 4, fault: null }),
    grown: () => {},
    close: async () => {},
  }
  return { ...desk, asked }
}

/**
 * The hub's real doors, on free ports of this machine, around a real keeper whose journal is in
 * memory. Time stands still until a test advances it.
 */
export async function openDoors({ env = {}, slowestRequest }: DoorsOptions = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'navbatchi-doors-'))
  const clock = createManualClock(start)
  const registry = new Registry()
  let logged = ''
  const log = pino(
    { level: 'debug' },
    {
      write(line) {
        logged += line
      },
    },
  )
  const memory = createMemoryJournal()
  const disk = { full: false }
  const append: typeof memory.append = async (entries, after) => {
    if (disk.full) throw new Error('the disk is full')
    return memory.append(entries, after)
  }
  const keeper = await openKeeper({ journal: { ...memory, append }, clock, sha256 })
  await keeper.record(() => founded, systemActor)
  const records = recordsToAnswer()
  const secrets = openSecrets({ dataDir: folder, env, log, registry })
  const reception = createReception({ keeper, clock, newId: randomUUID, registry, log })
  const deps = {
    keeper,
    pages: pagesOf(memory),
    records,
    reception,
    secrets,
    clock,
    elapsed: clock.now,
    log,
    registry,
    dataDir: folder,
    host: '127.0.0.1',
    port: 0,
  }
  const doors = await openHubDoors({ ...deps, demo: false, env, slowestRequest })
  const { url, port, accounts, tracks } = doors
  let raisedCount = 0

  return {
    url,
    port,
    clock,
    keeper,
    accounts,
    tracks,
    registry,
    secrets,
    records,
    /** Nothing can be recorded while it is full. */
    disk,
    logged: () => logged,
    /** Opens the same hub's doors a second time, on a given port. */
    async listenAgain(at: number): Promise<void> {
      const second = await openHubDoors({
        ...deps,
        registry: new Registry(),
        port: at,
        demo: false,
        env: {},
      })
      await second.close()
    },
    token: async (role: Role) => (await accounts.openDemoSession(role)).token,
    async fleetToken(): Promise<string> {
      await accounts.prepare({ demoPassword: 'navbatchi-demo' })
      const answer = await accounts.signIn(
        signInSchema.parse({ username: 'demo-fleet', password: 'navbatchi-demo' }),
        'test',
      )
      if (!answer.ok) throw new Error(answer.text)
      return answer.session.token
    },
    /**
     * Raises that many alarms, each in its own entry. Resolves with their ids when they are stored.
     */
    async raise(count: number): Promise<string[]> {
      const ids = Array.from({ length: count }, () => `a${++raisedCount}`)
      await Promise.all(ids.map((id) => keeper.record(() => [raised(id, 'site-1')], systemActor)))
      return ids
    },
    async close(): Promise<void> {
      await doors.close()
      reception.stop()
      secrets.close()
      await keeper.close()
      rmSync(folder, { recursive: true })
    },
  }
}
export type Doors = Awaited<ReturnType<typeof openDoors>>
