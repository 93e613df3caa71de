import { Readable } from 'node:stream'
import { z } from 'zod'
import { roleSchema } from '../../shared/accounts/actor'
import { envelopeSchema } from '../../shared/console/commands'
import { commandReplySchema } from '../../shared/wire/console-feed'
import { problemSchema } from '../../shared/wire/sessions'
import type { Keeper } from '../keeper/keeper-port'
import type { ApiApp, ApiDeps } from './api-app'
import { signedIn, signedInAs } from './bearer'

/** Entries read at once while a journal is written out: between pages the hub sees to its alarms. */
const readPage = 500

const journalQuerySchema = z.object({
  after: z.coerce.number().int().min(0).default(0).describe('The last entry already known; 0 for all'),
  limit: z.coerce.number().int().min(1).max(1_000_000).default(1_000).describe('How many entries at most'),
})

/** The journal as it is, and commands for scripts. */
export function addRoomRoutes(app: ApiApp, { keeper, accounts }: Pick<ApiDeps, 'keeper' | 'accounts'>): void {
  app.get(
    '/v1/journal',
    {
      schema: {
        summary: 'Entries of the journal',
        description: 'One JSON entry a line (application/x-ndjson), in order of seq, durable ones only.',
        querystring: journalQuerySchema,
        response: {
          200: { description: 'Entries', content: { 'application/x-ndjson': { schema: z.string() } } },
          400: problemSchema,
          401: problemSchema,
          403: problemSchema,
        },
        security: [{ session: [] }],
      },
    },
    async (request, reply) => {
      signedInAs(request, accounts, roleSchema.options)
      const { after, limit } = request.query
      const lines = Readable.from(journalLines(keeper, after, limit), { objectMode: false, highWaterMark: 64 * 1024 })
      // Fastify sends a stream as it is; the type of the answer describes its text.
      return reply.type('application/x-ndjson; charset=utf-8').send(lines as unknown as string)
    },
  )

  app.post(
    '/v1/commands',
    {
      schema: {
        summary: 'Give a command',
        description:
          'What the console feed accepts, for scripts. A command id takes effect once, however often it is sent. Answered when it is durable; a refusal is an answer too, with status 200.',
        body: envelopeSchema,
        response: { 200: commandReplySchema, 400: problemSchema, 401: problemSchema },
        security: [{ session: [] }],
      },
    },
    async (request) => keeper.command(request.body, signedIn(request, accounts).actor),
  )
}

/** Page by page, and only as fast as the reader takes them. */
async function* journalLines(
  keeper: Pick<Keeper, 'read' | 'head'>,
  after: number,
  limit: number,
): AsyncGenerator<string> {
  let seq = after
  let left = limit
  while (left > 0) {
    const entries = keeper.read(seq, Math.min(left, readPage))
    const last = entries.at(-1)
    if (!last) return
    yield entries.map((entry) => `${JSON.stringify(entry)}\n`).join('')
    seq = last.seq
    left -= entries.length
    await new Promise((resume) => setImmediate(resume))
  }
}
