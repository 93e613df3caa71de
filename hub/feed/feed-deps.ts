import type { Logger } from 'pino'
import type { Registry } from 'prom-client'
import type { Clock } from '../../shared/timeline/clock-port'
import type { Accounts } from '../accounts/accounts'
import type { Keeper } from '../keeper/keeper-port'
import type { ReadingTurns } from '../reading/reading-turns'
import type { Tracks } from '../tracks/tracks'

export interface FeedDeps {
  readonly keeper: Keeper
  readonly reading: ReadingTurns
  readonly accounts: Accounts
  readonly tracks: Tracks
  readonly clock: Clock
  readonly log: Logger
  readonly registry: Registry
  readonly local: boolean
}
