import { z } from 'zod'
import { trustFault } from '../../../node/hub-trust'
import type { WhyAway } from '../../../shared/ipc/contract'
import type { Refusal } from '../../../shared/lang/decision'

/** Why no hub was found: a kind for the officer, and details for whoever fixes it. */
export interface Away {
  readonly why: WhyAway
  readonly said: Refusal
}

const healthSchema = z.object({ status: z.enum(['ok', 'failing']), seq: z.number() })

export const looksLikeHub = (body: unknown): boolean => healthSchema.safeParse(body).success

const kinds: Readonly<Record<string, WhyAway>> = {
  ECONNREFUSED: 'refused',
  ENOTFOUND: 'no-such-host',
  EAI_AGAIN: 'no-such-host',
  EAI_NONAME: 'no-such-host',
  ETIMEDOUT: 'no-answer',
  EHOSTUNREACH: 'no-answer',
  EHOSTDOWN: 'no-answer',
  ENETUNREACH: 'no-answer',
  ENETDOWN: 'no-answer',
  ABORT_ERR: 'no-answer',
  // The server does not speak TLS.
  EPROTO: 'another-program',
  ERR_POINTS_ELSEWHERE: 'another-program',
  ERR_LONG_ANSWER: 'another-program',
  ECONNRESET: 'broken-off',
  EPIPE: 'broken-off',
}

/** The kind of error that kept a question from being answered. */
export function awayBy(error: unknown): WhyAway {
  if (trustFault(error) !== null) return 'not-trusted'
  const [first] = error instanceof AggregateError ? (error.errors as unknown[]) : []
  for (
    let at = first ?? error, depth = 0;
    at instanceof Error && depth < 4;
    depth += 1, at = at.cause
  ) {
    if (at.name === 'TimeoutError' || at.name === 'AbortError') return 'no-answer'
    const code = 'code' in at && typeof at.code === 'string' ? at.code : ''
    const kind = kinds[code] ?? (code.startsWith('HPE_') ? 'another-program' : undefined)
    if (kind) return kind
  }
  return 'other'
}
