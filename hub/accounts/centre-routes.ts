import { z } from 'zod'
import { centreIdSchema } from '../../shared/accounts/centre-events'
import { plainLineSchema } from '../../shared/lang/plain-line'
import { problemSchema } from '../../shared/wire/sessions'
import type { ApiApp, ApiDeps } from '../api/api-app'
import { signedInAs } from '../api/bearer'
import { carryOut, leaveEvidence } from '../api/evidence'
import { ProblemError } from '../api/problem'
import type { CentreStore } from './centre-store'

type CentreRouteDeps = Pick<ApiDeps, 'keeper' | 'accounts' | 'centres'>

const centreSchema = z.object({
  id: centreIdSchema.describe('Stands on every entry of what it sends; never given away again'),
  name: z.string(),
})
const newCentreSchema = centreSchema.extend({
  name: plainLineSchema(120).min(1, 'a name to show is needed'),
})
const withKeySchema = centreSchema.extend({ key: z.string().describe('Told once, here: keep it') })
const params = z.object({ id: centreIdSchema })
const refusals = { 400: problemSchema, 401: problemSchema, 403: problemSchema, 503: problemSchema }
const security = [{ session: [] }]

export function addCentreRoutes(app: ApiApp, deps: CentreRouteDeps): void {
  addListRoutes(app, deps)
  addOneCentreRoutes(app, deps)
}

function addListRoutes(app: ApiApp, { keeper, accounts, centres }: CentreRouteDeps): void {
  app.get(
    '/v1/centres',
    {
      schema: {
        summary: 'The monitoring centres that may hand signals over',
        response: {
          200: z.object({ centres: z.array(centreSchema) }),
          401: problemSchema,
          403: problemSchema,
        },
        security,
      },
    },
    async (request) => {
      signedInAs(request, accounts, ['admin'])
      return { centres: centres.list() }
    },
  )

  app.post(
    '/v1/centres',
    {
      schema: {
        summary: 'Register a monitoring centre',
        description:
          'For administrators. Answers the key by which the centre hands over signals; it is told once.',
        body: newCentreSchema,
        response: { 201: withKeySchema, ...refusals, 409: problemSchema },
        security,
      },
    },
    async (request, reply) => {
      const { actor } = signedInAs(request, accounts, ['admin'])
      const { id, name } = request.body
      assertFree(centres, id)
      await leaveEvidence(keeper, { type: 'register-centre', data: { centreId: id, name } }, actor)
      // Checked again: somebody may have taken the id while the entry was being stored.
      assertFree(centres, id)
      const key = carryOut(() => centres.add({ id, name }))
      return reply.code(201).send({ id, name, key })
    },
  )
}

function addOneCentreRoutes(app: ApiApp, { keeper, accounts, centres }: CentreRouteDeps): void {
  app.post(
    '/v1/centres/:id/key',
    {
      schema: {
        summary: 'Give a monitoring centre a new key',
        description: 'For administrators. The old key ends at once.',
        params,
        response: { 200: withKeySchema, ...refusals, 404: problemSchema },
        security,
      },
    },
    async (request) => {
      const { actor } = signedInAs(request, accounts, ['admin'])
      const centre = known(centres, request.params.id)
      await leaveEvidence(
        keeper,
        { type: 'change-centre-key', data: { centreId: centre.id } },
        actor,
      )
      const key = carryOut(() => centres.renewKey(centre.id))
      if (key === null) throw unknown(centre.id)
      return { ...centre, key }
    },
  )

  app.delete(
    '/v1/centres/:id',
    {
      schema: {
        summary: 'Remove a monitoring centre',
        description:
          'For administrators. Its key ends at once; what it has sent stays. Its id is not given away again.',
        params,
        response: { 204: z.null(), ...refusals, 404: problemSchema },
        security,
      },
    },
    async (request, reply) => {
      const { actor } = signedInAs(request, accounts, ['admin'])
      const { id } = known(centres, request.params.id)
      await leaveEvidence(keeper, { type: 'remove-centre', data: { centreId: id } }, actor)
      carryOut(() => centres.remove(id))
      return reply.code(204).send(null)
    },
  )
}

const unknown = (id: string) =>
  new ProblemError(404, 'centre-unknown', `There is no monitoring centre ${id}`)

function known(centres: CentreStore, id: string) {
  const centre = centres.get(id)
  if (!centre) throw unknown(id)
  return centre
}

function assertFree(centres: CentreStore, id: string): void {
  if (centres.isTaken(id))
    throw new ProblemError(409, 'centre-taken', `The id ${id} is in use, or has been`)
}
