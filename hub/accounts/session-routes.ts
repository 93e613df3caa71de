import { z } from 'zod'
import { problemSchema, sessionSchema, signInSchema } from '../../shared/wire/sessions'
import type { ApiApp, ApiDeps } from '../api/api-app'
import { bearerToken, signedIn } from '../api/bearer'
import { ProblemError } from '../api/problem'
import type { NotProven } from './accounts'
import { inUserWords } from './user-problem'

/** Bytes that a name and a password may take. Anybody may send them, so no more is read. */
const largestSignIn = 16 * 1024

const statusOf = {
  'wrong-password': 401,
  'user-disabled': 403,
  'too-many-failures': 429,
  busy: 503,
} as const

export const notProven = (
  { code, text }: NotProven,
  status: number = statusOf[code],
): ProblemError => new ProblemError(status, code, text)

/**
 * The accounts limit how often somebody signs in. They count each known desk by itself, not only by
 * its address.
 */
export function addSessionRoutes(app: ApiApp, { accounts }: Pick<ApiDeps, 'accounts'>): void {
  app.post(
    '/v1/sessions',
    {
      bodyLimit: largestSignIn,
      schema: {
        summary: 'Sign in',
        description:
          'The token is sent as `Authorization: Bearer` here and in the handshake of the socket.io feeds.',
        body: signInSchema,
        response: {
          200: sessionSchema,
          400: problemSchema,
          401: problemSchema,
          403: problemSchema,
          429: problemSchema,
          503: problemSchema,
        },
      },
    },
    async (request) => {
      const answer = await accounts.signIn(request.body, request.ip)
      if (answer.ok) return answer.session
      throw notProven(answer)
    },
  )

  app.delete(
    '/v1/sessions',
    {
      schema: {
        summary: 'Sign out',
        description: 'Not for fleets: the cars of a fleet share its session.',
        response: { 204: z.null(), 401: problemSchema, 403: problemSchema },
        security: [{ session: [] }],
      },
    },
    async (request, reply) => {
      signedIn(request, accounts)
      await inUserWords(() => accounts.signOut(bearerToken(request) ?? ''))
      return reply.code(204).send(null)
    },
  )
}
