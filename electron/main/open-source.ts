import { hostname } from 'node:os'
import { join } from 'node:path'
import { safeStorage } from 'electron'
import type { Clock } from '../../shared/timeline/clock-port'
import type { Announcer } from './announce'
import type { ConsoleCore } from './console-core'
import { deskKeyFor, openDeskKey } from './desk-key'
import { embeddedHub } from './embedded-hub'
import type { HeadStart } from './head-start'
import hubPath from './hub?modulePath'
import { type HubSource, remoteHub } from './hub-source'
import { systemKeychain } from './keychain'
import type { AskHub } from './link/ask-hub'
import type { Log } from './log'
import type { Options } from './options'
import type { Readiness } from './readiness'
import { openSecretsKey } from './secrets-key'
import type { Settings } from './settings'
import { startUtility } from './utility'

export interface SourceParts {
  readonly hub: string | null
  readonly options: Options
  readonly data: string
  readonly log: Log
  readonly clock: Clock
  readonly core: ConsoleCore
  readonly settings: Settings
  readonly ask: AskHub
  readonly announcer: Announcer
  readonly readiness: Readiness
  readonly headStart?: HeadStart | undefined
}

export function openSource({
  hub,
  options,
  data,
  log,
  clock,
  core,
  settings,
  ask,
  announcer,
  readiness,
  headStart,
}: SourceParts): HubSource {
  if (hub !== null) {
    const deskKey = deskKeyFor(openDeskKey(join(data, 'desk.key'), log), hub)
    return remoteHub({ at: { hub, ask }, desk: deskName(settings), deskKey, clock, steering: core })
  }
  const keychain = systemKeychain(safeStorage, process.platform)
  const secretsKey = openSecretsKey({ file: join(data, 'secrets.key'), keychain, clock, log })
  return embeddedHub({
    clock,
    log,
    steering: core,
    ask,
    desk: deskName(settings),
    headStart,
    ports: { http: options.httpPort, dc09: options.dc09Port },
    start(ports) {
      const hub = startUtility(hubPath, 'Navbatchi hub', [])
      void secretsKey.then((keychain) =>
        hub.post({
          data: join(data, 'hub'),
          httpPort: ports.http,
          dc09Port: ports.dc09,
          demo: true,
          demoTeams: options.demoTeams ?? undefined,
          demoSites: options.demoSites ?? undefined,
          demoLanguage: options.language ?? settings.language,
          keychain,
        }),
      )
      return { ...hub, end: () => hub.post({ stop: true }) }
    },
    onReady: readiness.hubReady,
    onFailed: announcer.failed,
  })
}

/**
 * The configured name, else the machine's. Unusual characters are removed, because a hub refuses a
 * name with characters that cannot be seen.
 */
function deskName({ desk }: Settings): string {
  const machine = hostname().replace(/[^\p{L}\p{N}\p{P} ]/gu, '')
  return desk ?? machine.slice(0, 60)
}
