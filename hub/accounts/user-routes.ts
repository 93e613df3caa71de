import { z } from 'zod'
import { usernameSchema } from '../../shared/accounts/username'
import { problemSchema, signInSchema } from '../../shared/wire/sessions'
import type { ApiApp, ApiDeps } from '../api/api-app'
import { signedIn, signedInAs } from '../api/bearer'
import { ProblemError } from '../api/problem'
import { notProven } from './session-routes'
import { inUserWords } from './user-problem'
import { newPasswordSchema, newUserSchema, userRoleSchema } from './user-store'

type UserRouteDeps = Pick<ApiDeps, 'accounts'>

/** Hashing takes one or two cores for 0.2 s, and nobody is in a hurry for it. */
const passwordLimit = { max: 60, timeWindow: 60_000 }

const params = z.object({ name: usernameSchema })
const userSchema = z.object({ username: z.string(), name: z.string(), role: userRoleSchema })
const refusals = { 400: problemSchema, 401: problemSchema, 403: problemSchema, 503: problemSchema }
const ofOne = { 204: z.null(), ...refusals, 404: problemSchema, 409: problemSchema }
const security = [{ session: [] }]

export function addUserRoutes(app: ApiApp, deps: UserRouteDeps): void {
  addListRoutes(app, deps)
  addPasswordRoutes(app, deps)
  addStandingRoutes(app, deps)
}

function addListRoutes(app: ApiApp, { accounts }: UserRouteDeps): void {
  app.get(
    '/v1/users',
    {
      schema: {
        summary: 'All users',
        description: 'For administrators.',
        response: {
          200: z.object({ users: z.array(userSchema.extend({ disabled: z.boolean() })) }),
          401: problemSchema,
          403: problemSchema,
        },
        security,
      },
    },
    async (request) => {
      signedInAs(request, accounts, ['admin'])
      return { users: [...accounts.list()] }
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
        response: { 201: userSchema, ...refusals, 409: problemSchema },
        security,
      },
    },
    async (request, reply) => {
      const by = signedInAs(request, accounts, ['admin'])
      return reply
        .code(201)
        .send(await inUserWords(() => accounts.changes.register(request.body, by)))
    },
  )
}

function addPasswordRoutes(app: ApiApp, { accounts }: UserRouteDeps): void {
  app.post(
    '/v1/users/:name/password',
    {
      config: { rateLimit: passwordLimit },
      schema: {
        summary: 'Change your own password',
        description:
          'Needs the old one. Ends all other sessions of the user; the one that asks goes on.',
        params,
        body: z.object({
          oldPassword: z.string('the old password is needed').max(200),
          password: newPasswordSchema,
          deskKey: signInSchema.shape.deskKey,
        }),
        response: { ...ofOne, 429: problemSchema },
        security,
      },
    },
    async (request, reply) => {
      const username = request.params.name
      const by = signedIn(request, accounts)
      if (by.actor.id !== username) throw new ProblemError(403, 'not-your-password', notYours)
      const words = { username, from: request.ip, ...request.body }
      const answer = await inUserWords(() => accounts.changeOwnPassword(by, words))
      if (answer.ok) return reply.code(204).send(null)
      // A 401 would say that the session is over.
      throw answer.code === 'wrong-password'
        ? notProven({ ...answer, text: 'The old password is wrong' }, 403)
        : notProven(answer)
    },
  )

  app.post(
    '/v1/users/:name/password-reset',
    {
      config: { rateLimit: passwordLimit },
      schema: {
        summary: "Set another user's password",
        description: 'For administrators. Ends all sessions of that user.',
        params,
        body: z.object({ password: newPasswordSchema }),
        response: ofOne,
        security,
      },
    },
    async (request, reply) => {
      const by = signedInAs(request, accounts, ['admin'])
      const { password } = request.body
      await inUserWords(() => accounts.changes.resetPassword(by, request.params.name, password))
      return reply.code(204).send(null)
    },
  )
}

function addStandingRoutes(app: ApiApp, { accounts }: UserRouteDeps): void {
  for (const [verb, disabled, summary] of [
    ['disable', true, 'Let a user sign in no more'],
    ['enable', false, 'Let a user sign in again'],
  ] as const)
    app.post(
      `/v1/users/:name/${verb}`,
      {
        schema: {
          summary,
          description:
            'For administrators. Ends all sessions of that user. The last administrator stays enabled.',
          params,
          response: ofOne,
          security,
        },
      },
      async (request, reply) => {
        const by = signedInAs(request, accounts, ['admin'])
        await inUserWords(() => accounts.changes.setDisabled(by, request.params.name, disabled))
        return reply.code(204).send(null)
      },
    )

  app.put(
    '/v1/users/:name/role',
    {
      schema: {
        summary: 'Give a user another role',
        description:
          'For administrators. Ends all sessions of that user. The last administrator stays one.',
        params,
        body: z.object({ role: userRoleSchema }),
        response: ofOne,
        security,
      },
    },
    async (request, reply) => {
      const by = signedInAs(request, accounts, ['admin'])
      const { role } = request.body
      await inUserWords(() => accounts.changes.setRole(by, request.params.name, role))
      return reply.code(204).send(null)
    },
  )
}

const notYours =
  'A password is changed by whoever it is of; an administrator sets it anew with password-reset'
