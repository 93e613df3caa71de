import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Logger } from 'pino'
import type { Registry } from 'prom-client'
import type { RecordsDesk } from '../../node/records/records-desk'
import type { Clock } from '../../shared/timeline/clock-port'
import type { Accounts } from '../accounts/accounts'
import type { CentreStore } from '../accounts/centre-store'
import type { Keeper } from '../keeper/keeper-port'
import type { ReadingTurns } from '../reading/reading-turns'
import type { Reception } from '../reception/reception-port'
import type { Secrets } from '../secrets/secrets'
import type { PictureStore } from '../sites/picture-store'
import type { Tls } from '../tls'
import type { MetricsToken } from './metrics-token'

export interface ApiDeps {
  readonly keeper: Keeper
  readonly reading: ReadingTurns
  /** State only; questions go through `reading`. */
  readonly records: Pick<RecordsDesk, 'state'>
  readonly accounts: Accounts
  readonly centres: CentreStore
  readonly secrets: Secrets
  readonly pictures: PictureStore
  readonly reception: Reception
  readonly clock: Clock
  /** Certificate and key for TLS. Left out, connections are not encrypted. */
  readonly tls?: Tls | undefined
  /** The hub listens on this machine only and answers only requests addressed to this machine. */
  readonly local: boolean
  readonly metricsToken: MetricsToken
  readonly registry: Registry
  readonly log: Logger
  /** Longest time a client may take to send a request, ms. Left out, 10 s. */
  readonly slowestRequest?: number | undefined
}

export type ApiApp = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>
