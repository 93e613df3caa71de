import { type Refusal, sentence } from '../../../shared/lang/decision'
import { problemSchema, type Session, type SignInRequest, sessionSchema } from '../../../shared/wire/sessions'

/** A hub that does not answer within this, ms, is said to be out of reach. Checking a password takes it up to 0.3 s. */
const patience = 10_000
/** An address that swallows what is sent to it is given up after this, ms: the officer is to know within three seconds. */
const lookPatience = 2_500

/** Asks a hub for a session; what it says against it, or that it cannot be reached, comes back as a refusal. Never throws. */
export async function signIn(hub: string, who: SignInRequest): Promise<Session | Refusal> {
  try {
    const answer = await fetch(new URL('/v1/sessions', hub), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(who),
      signal: AbortSignal.timeout(patience),
      redirect: 'error',
    })
    const body: unknown = await answer.json()
    if (answer.ok) return sessionSchema.parse(body)
    const problem = problemSchema.safeParse(body)
    return problem.success
      ? sentence(problem.data.error, problem.data.message)
      : sentence('sign-in-failed', 'The hub answered {status}', { status: answer.status })
  } catch (error) {
    return sentence('hub-unreachable', 'The hub at {hub} cannot be reached: {reason}', { hub, reason: wordsOf(error) })
  }
}

export const isSession = (answer: Session | Refusal): answer is Session => 'token' in answer

/** Tells the hub that a session ends. A hub that is away forgets it in time by itself. */
export async function signOut(hub: string, token: string): Promise<void> {
  await fetch(new URL('/v1/sessions', hub), {
    method: 'DELETE',
    headers: { authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(patience),
  }).catch(() => {})
}

/** Null when something answers at the hub's address, or why nothing does. Never throws. */
export async function whyUnreachable(hub: string): Promise<string | null> {
  try {
    const answer = await fetch(new URL('/healthz', hub), {
      signal: AbortSignal.timeout(lookPatience),
      redirect: 'error',
    })
    await answer.body?.cancel()
    return null
  } catch (error) {
    return wordsOf(error)
  }
}

/** Why a request to a hub came to nothing, in words. */
export function wordsOf(error: unknown): string {
  // fetch hides the reason ("connection refused") one level down.
  const cause = error instanceof Error ? error.cause : undefined
  if (cause instanceof Error && cause.message !== '') return cause.message
  return error instanceof Error ? error.message : String(error)
}
