import { randomUUID } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { second } from '../../shared/lang/instant'
import { problemSchema } from '../../shared/wire/sessions'
import type { Centre, CentreStore } from '../accounts/centre-store'
import type { ApiApp, ApiDeps } from '../api/api-app'
import { bearerToken } from '../api/bearer'
import { readJsonOfAlarms } from '../api/body-text'
import { storageRetry } from '../api/evidence'
import { ProblemError } from '../api/problem'
import { createCentreIntake } from '../ingest/http/centre-intake'
import { type ItemResult, itemResultSchema, itemSchema } from '../ingest/http/item'
import { createCentrePace } from '../limits/centre-pace'

type SignalRouteDeps = Pick<
  ApiDeps,
  'keeper' | 'centres' | 'reception' | 'clock' | 'registry' | 'log'
>

/** Most items in a batch: they fit in one commit and are answered promptly. */
const mostItems = 500

/** Each item is judged on its own, so that an invalid one does not hold back the others. */
const anyItemSchema = z
  .unknown()
  .meta({ ...z.toJSONSchema(itemSchema, { io: 'input' }), $schema: undefined })

const bodySchema = z
  .object({ signals: z.array(anyItemSchema).min(1, 'at least one').max(mostItems) })
  .meta({
    examples: [
      {
        signals: [
          {
            id: '2024-000017',
            account: '1234',
            table: 'cid',
            code: '130',
            qualifier: 'new',
            partition: '1',
            zone: '3',
            text: 'Hall, motion detector',
            occurredAt: '2024-05-01T02:14:07+05:00',
          },
          {
            id: '2024-000018',
            account: '1234',
            table: 'sia',
            code: 'FA',
            zone: '12',
            occurredAt: 1714511650000,
          },
        ],
      },
    ],
  })

const resultsSchema = z
  .object({
    results: z.array(itemResultSchema),
    warning: z
      .string()
      .optional()
      .describe('What was wrong with the body as a whole, of which everything was taken'),
  })
  .meta({
    examples: [
      {
        results: [
          {
            id: '2024-000017',
            result: 'recorded',
            signalId: '0b0f6c1e-6f0e-4b9e-8d4e-0f7a51a0c9a1',
            alarmId: '8f3c2d59-9a64-4a8a-9f0b-5f0a3a5f8f11',
            seq: 4712,
          },
          {
            id: '2024-000018',
            result: 'refused',
            error: 'invalid',
            message: 'code: SIA has two letters, e.g. BA',
          },
        ],
      },
    ],
  })

/**
 * A name for a batch, bare or in the quotes of a structured header
 * (draft-ietf-httpapi-idempotency-key-header).
 */
const headersSchema = z.looseObject({
  'idempotency-key': z
    .string()
    .regex(/^("?)[\w.:-]{1,36}\1$/, 'a key of 1 to 36 letters, digits or . : _ -')
    .transform((key) => key.replaceAll('"', ''))
    .optional()
    .describe(
      'Names items that have no id of their own: with the key and their place in the batch',
    ),
})

const description = `For monitoring centres, by the key an administrator gave them. Each of up to ${mostItems} items is
answered on its own, in their order, once it is durable; items of one account take effect in their order. An id takes
effect once, also across a restart of the hub: whoever got no answer sends the same again. 503 means that nothing of the
batch is stored, 429 that the centre sends faster than it may: \`retry-after\` says when to go on.`

export function addSignalRoutes(app: ApiApp, deps: SignalRouteDeps): void {
  // In a separate scope, because an alarm is not refused for the encoding of its texts.
  app.register(async (scope: ApiApp) => {
    addReports(scope, deps, readJsonOfAlarms(scope))
  })
}

function addReports(
  app: ApiApp,
  deps: SignalRouteDeps,
  warningOf: (request: object) => string | undefined,
): void {
  const { centres, clock } = deps
  const pace = createCentrePace(clock)
  const intake = createCentreIntake({ ...deps, newId: randomUUID })

  app.post(
    '/v1/signals',
    {
      // Before the body is read, so that strangers and senders that are too fast cost nothing.
      onRequest: async (request) => {
        const held = pace.admit(centreOf(request, centres).id)
        if (held === null) return
        const seconds = Math.ceil(held.wait / second)
        throw new ProblemError(
          429,
          'too-many-requests',
          `Too many signals; go on in ${seconds} s`,
          seconds,
        )
      },
      schema: {
        summary: 'Hand signals over',
        description,
        headers: headersSchema,
        body: bodySchema,
        response: {
          200: resultsSchema,
          400: problemSchema,
          401: problemSchema,
          413: problemSchema,
          415: problemSchema,
          429: problemSchema,
          503: problemSchema.extend({ results: z.array(itemResultSchema) }),
        },
        security: [{ centre: [] }],
      },
    },
    async (request, reply) => {
      const centre = centreOf(request, centres)
      const { signals: items } = request.body
      pace.spend(centre.id, items.length)
      const key = request.headers['idempotency-key'] ?? null
      const results = await intake.take({ centre, address: request.ip, key, items })
      if (results.some(isStored) || !results.some(({ result }) => result === 'not-stored'))
        return { results, warning: warningOf(request) }
      const [trouble] = results.filter(({ result }) => result === 'not-stored')
      return reply
        .code(503)
        .header('retry-after', String(storageRetry))
        .send({
          error: 'not-stored',
          message: trouble?.message ?? 'Nothing could be stored',
          results,
        })
    },
  )
}

const isStored = ({ result }: ItemResult): boolean =>
  result !== 'not-stored' && result !== 'refused'

/** Throws a 401 when the key is no centre's. */
function centreOf(request: FastifyRequest, centres: CentreStore): Centre {
  const centre = centres.find(bearerToken(request) ?? '')
  if (centre) return centre
  throw new ProblemError(
    401,
    'bad-key',
    'Send Authorization: Bearer KEY, with the key of a monitoring centre',
  )
}
