import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { Registry } from 'prom-client'
import { sha256 } from '../../../node/sha256'
import { openDatabase } from '../../../node/sqlite'
import { type Role, systemActor } from '../../../shared/accounts/actor'
import type { RoomEvent } from '../../../shared/console/events'
import { createMemoryJournal } from '../../../shared/journal/memory-journal'
import { raised, site, sites, team, teams } from '../../../shared/testing/builders'
import { createManualClock } from '../../../shared/timeline/manual-clock'
import { createAccounts } from '../../accounts/accounts'
import { createHttpApi } from '../../api/http-api'
import { createKeeper } from '../../keeper/keeper'
import { createTracks } from '../../tracks/tracks'
import { attachFeeds } from '../feeds'

/** An hour of the day is as good as another, as long as devices' clocks can be compared with it. */
export const start = 1_700_000_000_000

const founded: RoomEvent[] = [
  { type: 'unit-founded', data: { unitId: 'unit-1', name: 'Unit 1', demo: true } },
  sites(site('site-1'), site('site-2')),
  teams(team('q-01'), team('q-02')),
]

/**
 * The hub's doors as they are, on free ports of this machine, around a real keeper whose journal forgets at the end.
 * Time stands still until a test turns it.
 */
export async function openDoors() {
  const folder = mkdtempSync(join(tmpdir(), 'navbatchi-doors-'))
  const clock = createManualClock(start)
  const registry = new Registry()
  const log = pino({ level: 'silent' })
  const journal = createMemoryJournal()
  const keeper = createKeeper({ journal, clock, sha256 })
  await keeper.record(() => founded, systemActor)
  const database = openDatabase(join(folder, 'accounts.db'))
  const accounts = createAccounts({ database, clock, keeper, log })
  const tracks = createTracks({ file: join(folder, 'tracks.db'), clock, log, registry })
  const api = await createHttpApi({ keeper, accounts, registry, log })
  const feeds = attachFeeds(api.server, { keeper, accounts, tracks, clock, log, registry })
  const { url, port } = await api.listen('127.0.0.1', 0)
  let raisedCount = 0

  return {
    url,
    port,
    clock,
    keeper,
    accounts,
    tracks,
    registry,
    /** A second API of the same hub, on a given port. */
    async listenAgain(at: number): Promise<void> {
      const second = await createHttpApi({ keeper, accounts, registry, log })
      await second.listen('127.0.0.1', at).finally(() => second.close())
    },
    token: async (role: Role) => (await accounts.openDemoSession(role)).token,
    /** The fleet's, which must sign in as any program does. */
    async fleetToken(): Promise<string> {
      await accounts.prepare({ demoPassword: 'navbatchi-demo' })
      const answer = await accounts.signIn({ username: 'demo-fleet', password: 'navbatchi-demo' }, 'test')
      if (!answer.ok) throw new Error(answer.text)
      return answer.session.token
    },
    /** So many alarms, each in an entry of its own; resolves with their ids when they are stored. */
    async raise(count: number): Promise<string[]> {
      const ids = Array.from({ length: count }, () => `a${++raisedCount}`)
      await Promise.all(ids.map((id) => keeper.record(() => [raised(id, 'site-1')], systemActor)))
      return ids
    },
    async close(): Promise<void> {
      await feeds.close()
      await api.close()
      await keeper.close()
      tracks.close()
      database.close()
      rmSync(folder, { recursive: true })
    },
  }
}
export type Doors = Awaited<ReturnType<typeof openDoors>>
