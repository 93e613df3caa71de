import type { Logger } from 'pino'
import type { Registry } from 'prom-client'
import type { Clock } from '../shared/timeline/clock-port'
import type { ApiApp, ApiDeps } from './api/api-app'
import type { KeeperParts } from './keeper/keeper'
import type { Keeper } from './keeper/keeper-port'

export type Follow = NonNullable<KeeperParts['follow']>

export interface HubNounParts {
  readonly keeper: Keeper
  readonly clock: Clock
  readonly log: Logger
  readonly registry: Registry
}

/** What a noun does in the hub. `hub/nouns.ts` lists them all; nobody else knows one by name. */
export interface HubNoun {
  /** What else happens in the same commit. It sees what the nouns listed before it added. */
  readonly follow?: (newId: () => string) => Follow
  /** What the hub does for it by the clock. Returns what stops it. */
  readonly duties?: (parts: HubNounParts) => () => void
  /** What `/metrics` tells of it. Returns what ends the counting. */
  readonly metrics?: (parts: HubNounParts) => () => void
  readonly routes?: (app: ApiApp, deps: ApiDeps) => void
}
