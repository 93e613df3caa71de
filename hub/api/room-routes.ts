import { Readable } from 'node:stream'
import { z } from 'zod'
import { roleSchema } from '../../shared/accounts/actor'
import { envelopeSchema } from '../../shared/room/commands'
import { commandReplySchema } from '../../shared/wire/console-feed'
import { problemSchema } from '../../shared/wire/sessions'
import { createDownloadLimit, downloaded } from '../reading/download'
import type { ApiApp, ApiDeps } from './api-app'
import { signedIn, signedInAs } from './bearer'
import { ProblemError } from './problem'

/** Most entries looked at for one page. Its bytes usually bound it first. */
const mostAtOnce = 5_000

const journalQuerySchema = z.object({
  after: z.coerce
    .number()
    .int()
    .min(0)
    .default(0)
    .describe('The last entry already known; 0 for all'),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(1_000_000)
    .default(1_000)
    .describe('How many entries at most'),
})

type RoomRouteDeps = Pick<ApiDeps, 'keeper' | 'reading' | 'accounts' | 'clock'>

export function addRoomRoutes(
  app: ApiApp,
  { keeper, reading, accounts, clock }: RoomRouteDeps,
): void {
  const downloads = createDownloadLimit()
  app.get(
    '/v1/journal',
    {
      schema: {
        summary: 'Entries of the journal',
        description:
          'One JSON entry a line (application/x-ndjson), in order of seq, durable ones only.',
        querystring: journalQuerySchema,
        response: {
          200: {
            description: 'Entries',
            content: { 'application/x-ndjson': { schema: z.string() } },
          },
          400: problemSchema,
          401: problemSchema,
          403: problemSchema,
          429: problemSchema,
        },
        security: [{ session: [] }],
      },
    },
    async (request, reply) => {
      const { actor } = signedInAs(request, accounts, roleSchema.options)
      const { after, limit } = request.query
      if (!downloads.begin(actor.id, reply.raw)) throw tooManyDownloads()
      const lines = journalLines(
        { reading, keeper },
        { after, limit, reader: `download ${actor.id}` },
      )
      const taken = Readable.from(downloaded(lines, reply.raw, clock), {
        objectMode: false,
        highWaterMark: 64 * 1024,
      })
      // Fastify sends a stream unchanged; the declared type describes its text.
      return reply.type('application/x-ndjson; charset=utf-8').send(taken as unknown as string)
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

/** Reads page by page, only as fast as the reader takes them. */
async function* journalLines(
  { reading, keeper }: Pick<ApiDeps, 'reading' | 'keeper'>,
  {
    after,
    limit,
    reader,
  }: { readonly after: number; readonly limit: number; readonly reader: string },
): AsyncGenerator<string> {
  let seq = after
  for (let left = limit; left > 0; ) {
    const ahead = keeper.head().seq - seq
    if (ahead <= 0) return
    const page = await reading.page(reader, {
      after: seq,
      limit: Math.min(left, ahead, mostAtOnce),
    })
    if (page.count === 0) return
    yield page.text
    seq = page.lastSeq
    left -= page.count
  }
}

const tooManyDownloads = () =>
  new ProblemError(
    429,
    'too-many-downloads',
    'Too much is being downloaded already; wait until it has ended',
    5,
  )
