import { join } from 'node:path'
import type { Logger } from 'pino'
import type { Registry } from 'prom-client'
import { isLoopback } from '../node/is-loopback'
import type { RecordsDesk } from '../node/records/records-desk'
import { closeDatabase, openDatabase } from '../node/sqlite'
import { systemClock } from '../node/system-clock'
import type { EntryPages } from '../shared/journal/entry-page'
import type { Clock } from '../shared/timeline/clock-port'
import { type Accounts, createAccounts } from './accounts/accounts'
import { createCentreStore } from './accounts/centre-store'
import { assertDemoIsLocal, demoSignIn } from './accounts/demo-users'
import { createHttpApi } from './api/http-api'
import { metricsTokenOf } from './api/metrics-token'
import { attachFeeds } from './feed/feeds'
import type { Keeper } from './keeper/keeper-port'
import { addNounRoutes } from './nouns'
import { privateFile } from './private-file'
import { createReadingTurns } from './reading/reading-turns'
import type { Reception } from './reception/reception-port'
import type { Secrets } from './secrets/secrets'
import { openPictureStore } from './sites/picture-store'
import type { Tls } from './tls'
import { createTracks, type Tracks } from './tracks/tracks'

export interface DoorsDeps {
  readonly keeper: Keeper
  readonly pages: EntryPages
  readonly records: RecordsDesk
  readonly reception: Reception
  readonly secrets: Secrets
  readonly clock: Clock
  /** The clock for limits on tries. By default the machine's own, which nobody can set. */
  readonly elapsed?: (() => number) | undefined
  readonly log: Logger
  readonly registry: Registry
  /** Holds `accounts.db`, `tracks.db` and `pictures/`. */
  readonly dataDir: string
  readonly host: string
  readonly port: number
  readonly tls?: Tls | undefined
  /** A demo hub has users whose password everybody knows, and listens on this machine only. */
  readonly demo: boolean
  readonly slowestRequest?: number | undefined
  /** Holds `NAVBATCHI_BOOTSTRAP_ADMIN`, `NAVBATCHI_DEMO_PASSWORD` and `NAVBATCHI_METRICS_TOKEN`. */
  readonly env: Readonly<Record<string, string | undefined>>
}

export interface Doors {
  readonly url: string
  readonly port: number
  readonly accounts: Accounts
  readonly tracks: Tracks
  close(): Promise<void>
}

/**
 * Opens the hub's doors for people and cars. Rejects with a sentence when the port is in use, when
 * a demo hub is told to listen to the network, when the token of `/metrics` is invalid, or when the
 * first administrator cannot be made. A demo hub's users are made in the background: anybody who
 * signs in earlier waits a moment.
 */
export async function openDoors(deps: DoorsDeps): Promise<Doors> {
  const {
    keeper,
    pages,
    records,
    reception,
    secrets,
    clock,
    log,
    registry,
    dataDir,
    host,
    port,
    demo,
    env,
  } = deps
  const elapsed = deps.elapsed ?? (() => performance.now())
  if (demo) assertDemoIsLocal(host)
  const metricsToken = metricsTokenOf(env)
  const database = openDatabase(privateFile(dataDir, 'accounts.db'))
  const tracks = createTracks({ file: join(dataDir, 'tracks.db'), clock, log, registry })
  const accounts = createAccounts({ database, clock, elapsed, keeper, log })
  const local = isLoopback(host)
  const centres = createCentreStore(database)
  // What a machine can do does not depend on what the hub's clock says.
  const reading = createReadingTurns({ page: pages.page, records }, systemClock)
  const api = await createHttpApi(
    {
      keeper,
      reading,
      records,
      accounts,
      centres,
      secrets,
      pictures: openPictureStore(dataDir),
      reception,
      clock,
      registry,
      log,
      local,
      metricsToken,
      tls: deps.tls,
      slowestRequest: deps.slowestRequest,
    },
    addNounRoutes,
  )
  const feeds = attachFeeds(api.server, {
    keeper,
    reading,
    accounts,
    tracks,
    clock,
    log,
    registry,
    local,
  })

  async function close(): Promise<void> {
    await feeds.close()
    await api.close()
    tracks.close()
    await accounts.settled()
    closeDatabase(database)
  }

  try {
    const prepared = accounts.prepare({
      bootstrapAdmin: env.NAVBATCHI_BOOTSTRAP_ADMIN,
      demoPassword: demo ? demoSignIn(env).password : undefined,
    })
    if (demo)
      prepared.catch((error: unknown) =>
        log.error({ err: error }, 'The demo users could not be made'),
      )
    else await prepared
    const { url, port: bound } = await api.listen(host, port)
    return { url, port: bound, accounts, tracks, close }
  } catch (error) {
    await close()
    throw error
  }
}
