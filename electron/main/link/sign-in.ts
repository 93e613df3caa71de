import { trustFault } from '../../../node/hub-trust'
import { type Refusal, sentence } from '../../../shared/lang/decision'
import { systemSays } from '../../../shared/lang/said-error'
import {
  problemSchema,
  type Session,
  type SignInRequest,
  sessionSchema,
} from '../../../shared/wire/sessions'
import type { AskHub } from './ask-hub'
import { type Away, awayBy, looksLikeHub } from './why-away'

/**
 * A hub that does not answer within this time, ms, is reported as out of reach. Checking a password
 * takes it up to 0.3 s.
 */
const patience = 10_000
/**
 * An address that swallows packets is given up after this time, ms: the officer must know within
 * three seconds.
 */
const lookPatience = 2_500

export interface HubAt {
  readonly hub: string
  readonly ask: AskHub
}

/**
 * Asks a hub for a session. A refusal, or why the hub cannot be reached, is returned as a
 * `Refusal`. Never throws.
 */
export async function signIn({ hub, ask }: HubAt, who: SignInRequest): Promise<Session | Refusal> {
  try {
    const answer = await ask(new URL('/v1/sessions', hub), { method: 'POST', body: who, patience })
    if (answer.ok) return sessionSchema.parse(answer.body)
    const problem = problemSchema.safeParse(answer.body)
    return problem.success
      ? sentence(problem.data.error, problem.data.message)
      : sentence('sign-in-failed', 'The hub answered {status}', { status: answer.status })
  } catch (error) {
    return notSignedIn(hub, saidOf(error))
  }
}

/**
 * A reason this console knows stands alone; the system's words are put into one of our sentences.
 */
function notSignedIn(hub: string, why: Refusal): Refusal {
  const words = 'The hub at {hub} cannot be reached: {reason}'
  const said = sentence('hub-unreachable', words, { hub, reason: why.text })
  return why.code === 'system-says' ? said : { ...said, code: why.code }
}

export const isSession = (answer: Session | Refusal): answer is Session => 'token' in answer

/** Tells the hub that a session has ended. If the hub is away, the session expires by itself. */
export async function signOut({ hub, ask }: HubAt, token: string): Promise<void> {
  await ask(new URL('/v1/sessions', hub), { method: 'DELETE', token, patience }).catch(() => {})
}

/** Null when a hub answers at this address, otherwise why none does. Never throws. */
export async function whyUnreachable({ hub, ask }: HubAt): Promise<Away | null> {
  try {
    const { status, body } = await ask(new URL('/healthz', hub), { patience: lookPatience })
    if (looksLikeHub(body)) return null
    return {
      why: 'another-program',
      said: sentence('no-hub-there', 'what answers there is no hub, status {status}', { status }),
    }
  } catch (error) {
    return { why: awayBy(error), said: saidOf(error) }
  }
}

export const wordsOf = (error: unknown): string => saidOf(error).text

function saidOf(error: unknown): Refusal {
  const distrust = trustFault(error)
  if (distrust) return distrust
  // The reason ("connection refused") may be nested one level down, or belong to one of several
  // addresses tried.
  const [first] = error instanceof AggregateError ? (error.errors as unknown[]) : []
  const cause = first ?? (error instanceof Error ? error.cause : undefined)
  if (cause instanceof Error && cause.message !== '') return systemSays(cause.message)
  return systemSays(error instanceof Error ? error.message : String(error))
}
