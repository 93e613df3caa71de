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
import type { Tls } from '../tls'
import type { MetricsToken } from './metrics-token'

/** What the routes need of the hub. */
export interface ApiDeps {
  readonly keeper: Keeper
  readonly reading: ReadingTurns
  /** How they stand; what they say is asked by `reading`. */
  readonly records: Pick<RecordsDesk, 'state'>
  readonly accounts: Accounts
  readonly centres: CentreStore
  readonly secrets: Secrets
  readonly reception: Reception
  readonly clock: Clock
  /** Certificate and key it speaks TLS with; left out, it speaks in the clear. */
  readonly tls?: Tls | undefined
  /** It listens on this machine only, and answers only who asks for this machine. */
  readonly local: boolean
  /** Whether a request brings the token of a program that collects figures. */
  readonly metricsToken: MetricsToken
  /** What `/metrics` tells. */
  readonly registry: Registry
  readonly log: Logger
  /** Longest time to send a request, ms; left out, 10 s. */
  readonly slowestRequest?: number | undefined
}

/** Fastify with zod schemas: what routes are added to. */
export type ApiApp = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>
