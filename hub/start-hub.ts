import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import { isLoopback } from '../node/is-loopback'
import { sha256 } from '../node/sha256'
import { systemClock } from '../node/system-clock'
import type { Role } from '../shared/accounts/actor'
import type { Session } from '../shared/wire/sessions'
import { takeDataDirectory } from './data-directory'
import { openDoors } from './doors'
import { assertNothingBefore, foundUnit } from './found-unit'
import { type OpenStore, openStore } from './keeper/journal-store'
import { openKeeper } from './keeper/keeper'
import { countCommits, createRegistry, showJournal } from './metrics'
import { followNouns, startNouns } from './nouns'
import { openWaysIn, type WaysIn } from './open-ways-in'
import type { HubOptions } from './options'
import { startRecords } from './records/start-records'
import type { KeychainKey } from './secrets/master-key'
import { openSecrets } from './secrets/secrets'
import { startReception } from './start-reception'
import { readTls } from './tls'
import { watchClock } from './watch-clock'

export interface Hub {
  readonly http: string
  readonly dc09: { readonly tcp: number; readonly udp: number }
  readonly receivers: Readonly<Record<string, number>>
  readonly data: string
  demoSession(role: Role): Promise<Session>
  stop(): Promise<void>
}

export interface HubSurroundings {
  readonly log: Logger
  /** Source of the first users' secrets (see `openDoors`) and of the vault's key. */
  readonly env: Readonly<Record<string, string | undefined>>
  readonly keychain?: KeychainKey | undefined
  /** How the journal is kept. Left out, it is written on the main thread. */
  readonly openStore?: OpenStore
}

/**
 * Assembles a hub and starts it: data directory, journal, keeper, then the door for people and cars
 * and the one for panels. Rejects with one sentence for whoever starts it; nothing is then left
 * running.
 */
export async function startHub(options: HubOptions, surroundings: HubSurroundings): Promise<Hub> {
  const { log, env, keychain } = surroundings
  const clock = systemClock
  const started: (() => unknown)[] = []
  const stop = async () => {
    for (const end of started.splice(0).reverse()) await end()
  }
  try {
    const { path, release } = takeDataDirectory(options.data)
    started.push(release)
    const registry = createRegistry()
    const store = (surroundings.openStore ?? openStore)(path, options.maxJournalBytes)
    started.push(store.close)
    const { journal, pages } = store
    const keeper = await openKeeper({
      ...store,
      clock,
      sha256,
      onCommit: countCommits(registry),
      follow: followNouns(randomUUID),
      onFault: (text, error) => log.error({ err: error }, text),
    })
    started.push(keeper.close)
    keeper.onStorage((state) =>
      state.ok ? log.info('The hub stores again') : log.error(state.text),
    )
    showJournal(registry, keeper)
    started.push(watchClock(keeper, clock, log))
    if (keeper.room().unit === null && !options.foundAnew) assertNothingBefore(path)
    await foundUnit(keeper, options, randomUUID)

    const records = startRecords(store, { keeper, registry })
    started.push(records.close)
    const { host, httpPort } = options
    const demo = options.demo || keeper.room().unit?.demo === true
    const parts = { keeper, clock, log, registry, newId: randomUUID }
    const secrets = openSecrets({ dataDir: path, env, keychain, log, registry })
    started.push(secrets.close)
    let waysIn: WaysIn | undefined
    const receiving = () => waysIn?.receiving() ?? false
    const { reception, stop: stopReception } = startReception({ ...parts, receiving })
    started.push(stopReception)
    started.push(startNouns(parts))
    const tls = options.tls && readTls(options.tls, clock.now(), log)
    const doors = await openDoors({
      ...parts,
      pages,
      records,
      tls,
      reception,
      secrets,
      dataDir: path,
      host,
      port: httpPort,
      demo,
      env,
    })
    started.push(doors.close)
    const keys = secrets.accountKeys
    waysIn = await openWaysIn(options, { ...parts, journal, sha256, reception, keys })
    const { dc09, receivers, close } = waysIn
    started.push(close)
    if (!isLoopback(host) && !tls)
      log.warn(
        { host },
        'Passwords and tokens travel in clear beyond this machine, unless a TLS proxy stands in front',
      )
    return {
      http: doors.url,
      dc09,
      receivers,
      data: path,
      demoSession: doors.accounts.openDemoSession,
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}
