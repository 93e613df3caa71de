import type { Logger } from 'pino'
import type { Registry } from 'prom-client'
import type { Clock } from '../shared/timeline/clock-port'
import type { ApiApp, ApiDeps } from './api/api-app'
import type { Keeper } from './keeper/keeper-port'
import type { Follow } from './keeper/matter'

export interface HubNounParts {
  readonly keeper: Keeper
  readonly clock: Clock
  readonly log: Logger
  readonly registry: Registry
}

/** What a noun does in the hub. `hub/nouns.ts` lists them all; no other file names one. */
export interface HubNoun {
  /** What else happens in the same commit. It sees what the nouns listed before it have added. */
  readonly follow?: (newId: () => string) => Follow
  /** Starts what the hub does for it on a timer. Returns a function that stops it. */
  readonly duties?: (parts: HubNounParts) => () => void
  /** Adds its metrics to `/metrics`. Returns a function that stops the counting. */
  readonly metrics?: (parts: HubNounParts) => () => void
  readonly routes?: (app: ApiApp, deps: ApiDeps) => void
}
