import { z } from 'zod'
import { problemSchema, sessionSchema, signInSchema } from '../../shared/wire/sessions'
import { newUserSchema, UsernameTaken, userRoleSchema } from '../accounts/user-store'
import type { ApiApp, ApiDeps } from './api-app'
import { bearerToken, signedIn, signedInAs } from './bearer'
import { ProblemError } from './problem'

/** Sign-ins cost 0.2 s of a core each: more than a room of people needs in a minute, far less than would starve alarms. */
const signInLimit = { max: 60, timeWindow: 60_000 }

/** A name and a password, bytes: anybody may send them, so no more is read of them. */
const largestSignIn = 16 * 1024

const statusOf = { 'wrong-password': 401, 'too-many-failures': 429, busy: 503 } as const

/** Signing in and out, registering users, changing passwords. */
export function addSessionRoutes(app: ApiApp, { accounts }: Pick<ApiDeps, 'accounts'>): void {
  app.post(
    '/v1/sessions',
    {
      bodyLimit: largestSignIn,
      config: { rateLimit: signInLimit },
      schema: {
        summary: 'Sign in',
        description: 'The token is sent as `Authorization: Bearer` here and in the handshake of the socket.io feeds.',
        body: signInSchema,
        response: {
          200: sessionSchema,
          400: problemSchema,
          401: problemSchema,
          429: problemSchema,
          503: problemSchema,
        },
      },
    },
    async (request) => {
      const answer = await accounts.signIn(request.body, request.ip)
      if (answer.ok) return answer.session
      throw new ProblemError(statusOf[answer.code], answer.code, answer.text)
    },
  )

  app.delete(
    '/v1/sessions',
    {
      schema: { summary: 'Sign out', response: { 204: z.null(), 401: problemSchema }, security: [{ session: [] }] },
    },
    async (request, reply) => {
      signedIn(request, accounts)
      await accounts.signOut(bearerToken(request) ?? '')
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/v1/users',
    {
      schema: {
        summary: 'Register a user',
        description:
          'For administrators. The role `fleet` is for a tracking system whose devices speak for their teams.',
        body: newUserSchema,
        response: {
          201: z.object({ username: z.string(), name: z.string(), role: userRoleSchema }),
          400: problemSchema,
          401: problemSchema,
          403: problemSchema,
          409: problemSchema,
        },
        security: [{ session: [] }],
      },
    },
    async (request, reply) => {
      const { actor } = signedInAs(request, accounts, ['admin'])
      try {
        return await reply.code(201).send(await accounts.addUser(request.body, actor))
      } catch (error) {
        if (error instanceof UsernameTaken) throw new ProblemError(409, 'username-taken', error.message)
        throw error
      }
    },
  )

  app.post(
    '/v1/users/:name/password',
    {
      config: { rateLimit: signInLimit },
      schema: {
        summary: 'Change a password',
        description: 'For oneself, or for administrators. Ends all sessions of the user, the one that asks included.',
        params: z.object({ name: z.string().trim().toLowerCase().max(40) }),
        body: newUserSchema.pick({ password: true }),
        response: { 204: z.null(), 400: problemSchema, 401: problemSchema, 403: problemSchema, 404: problemSchema },
        security: [{ session: [] }],
      },
    },
    async (request, reply) => {
      const { name } = request.params
      const { actor } = signedIn(request, accounts)
      if (actor.id !== name) signedInAs(request, accounts, ['admin'])
      if (await accounts.changePassword(name, request.body.password)) return reply.code(204).send(null)
      throw new ProblemError(404, 'user-unknown', `There is no user ${name}`)
    },
  )
}
