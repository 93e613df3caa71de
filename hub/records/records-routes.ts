import { z } from 'zod'
import { roleSchema } from '../../shared/accounts/actor'
import { checkQuestion } from '../../shared/records/answer'
import {
  type RecordsQueryName,
  recordsQueries,
  recordsQueryNames,
} from '../../shared/records/queries'
import { problemSchema } from '../../shared/wire/sessions'
import type { ApiApp, ApiDeps } from '../api/api-app'
import { signedInAs } from '../api/bearer'
import { fieldSentence } from '../api/field-sentence'
import { ProblemError } from '../api/problem'
import { TooManyReaders } from '../reading/reading-turns'

/** `GET /v1/records/<name>`: one route for each question the records can answer. */
export function addRecordsRoutes(
  app: ApiApp,
  deps: Pick<ApiDeps, 'reading' | 'accounts' | 'log'>,
): void {
  for (const name of recordsQueryNames) addRecordsRoute(app, name, deps)
}

const pageSchema = (row: z.ZodType) =>
  z.object({
    rows: z.array(row).describe('Newest first'),
    next: z.number().int().nullable().describe('`before` of the next page; null on the last one'),
    seq: z.number().int().describe('The entry up to which the records go'),
    behind: z.number().int().describe('Entries that they have yet to take in'),
  })

function addRecordsRoute(
  app: ApiApp,
  name: RecordsQueryName,
  { reading, accounts, log }: Pick<ApiDeps, 'reading' | 'accounts' | 'log'>,
): void {
  const { about, request: querystring, row } = recordsQueries[name]
  app.get(
    `/v1/records/${name}`,
    {
      schema: {
        summary: about,
        querystring,
        response: {
          200: pageSchema(row),
          ...{ 400: problemSchema, 401: problemSchema, 403: problemSchema },
          ...{ 429: problemSchema, 503: problemSchema },
        },
        security: [{ session: [] }],
      },
      // The answer was validated where it was made and is already text.
      serializerCompiler: () => (text) => String(text),
      validatorCompiler: () => (value) => ({ value }),
    },
    async (request, reply) => {
      const { actor } = signedInAs(request, accounts, roleSchema.options)
      const checked = checkQuestion(name, request.query)
      if (!checked.ok) {
        const [issue] = checked.error.issues
        throw new ProblemError(
          400,
          'invalid',
          fieldSentence(issue?.path ?? [], issue?.message ?? ''),
        )
      }
      const text = await reading.records(`records ${actor.id}`, checked.question).catch((error) => {
        if (error instanceof TooManyReaders)
          throw new ProblemError(429, 'too-many-requests', error.message, 1)
        log.error({ err: error, name }, 'The records could not be read')
        throw new ProblemError(503, 'busy', 'The records of the past cannot be read just now', 5)
      })
      return reply.type('application/json; charset=utf-8').send(text as never)
    },
  )
}
