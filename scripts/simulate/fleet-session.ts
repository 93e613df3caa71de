import { setTimeout as sleep } from 'node:timers/promises'
import { problemSchema, sessionSchema } from '../../shared/wire/sessions'

export interface FleetSession {
  token(): string
  /**
   * Signs in again, for a hub that has forgotten its sessions. Cars that ask at the same time share
   * one sign-in.
   */
  renew(): Promise<void>
}

export interface Credentials {
  readonly username: string
  readonly password: string
}

/** A hub that is still starting, or busy, is asked again after this long, ms. */
const retryAfter = 1_000
/**
 * A new token is not renewed for this long, ms: three hundred cars lose their sockets at the same
 * moment.
 */
const freshFor = 5_000

/**
 * Signs in, waiting for a hub that is not there yet. Rejects with the hub's sentence when the
 * password is wrong.
 */
export async function signInFleet(
  http: string,
  credentials: Credentials,
  stop: AbortSignal,
): Promise<FleetSession> {
  let token = await signIn(http, credentials, stop)
  let since = Date.now()
  let renewing: Promise<void> | null = null
  const renew = async () => {
    token = await signIn(http, credentials, stop)
    since = Date.now()
    renewing = null
  }
  return {
    token: () => token,
    renew: () => {
      if (Date.now() - since < freshFor) return Promise.resolve()
      renewing ??= renew()
      return renewing
    },
  }
}

async function signIn(http: string, credentials: Credentials, stop: AbortSignal): Promise<string> {
  for (;;) {
    stop.throwIfAborted()
    const response = await post(new URL('/v1/sessions', http), credentials, stop)
    if (response?.ok) return sessionSchema.parse(await response.json()).token
    if (response !== null && response.status < 500 && response.status !== 429) {
      const problem = problemSchema.safeParse(await response.json().catch(() => null))
      const words = problem.success ? problem.data.message : `HTTP ${response.status}`
      throw new Error(`The hub refused ${credentials.username}: ${words}`)
    }
    await sleep(retryAfter, undefined, { signal: stop })
  }
}

/** The hub's answer, or null when there is none. */
function post(url: URL, body: unknown, signal: AbortSignal): Promise<Response | null> {
  const headers = { 'content-type': 'application/json' }
  return fetch(url, { method: 'POST', headers, body: JSON.stringify(body), signal }).catch(
    () => null,
  )
}
