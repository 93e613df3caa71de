import { Readable } from 'node:stream'
import { z } from 'zod'
import { roleSchema } from '../../shared/accounts/actor'
import {
  type ImportReport,
  importRefusedSchema,
  importReportSchema,
} from '../../shared/registry/import-report'
import { encodingNamed } from '../../shared/text/encoding-names'
import { problemSchema } from '../../shared/wire/sessions'
import type { ApiApp, ApiDeps } from '../api/api-app'
import { signedInAs } from '../api/bearer'
import { mediaTypeOf } from '../api/body-form'
import { charsetOf } from '../api/body-text'
import { badMediaType, ProblemError } from '../api/problem'
import { NotStored } from '../keeper/keeper-port'
import { downloaded } from '../reading/download'
import { sitesAsCsv, sitesAsGeoJson } from '../registry/export-sites'
import { importSites } from '../registry/import-sites'
import { readCsv, type Separator, separators } from '../registry/read-csv'
import { readGeoJson } from '../registry/read-geojson'
import { encodingCalled, encodings, readText, UnreadableFile } from '../registry/read-text'

/**
 * Largest register, bytes: 100,000 sites with everything they have; it is held in memory during the
 * import.
 */
const largestRegister = 32 * 1024 * 1024

/**
 * Registers received and imported at once: one at work, and one that comes meanwhile and is told
 * so.
 */
const mostUploads = 2

const csv = 'text/csv'
const geoJson = 'application/geo+json'
/** What GeoJSON is called by programs that do not know its name. */
const json = 'application/json'

const flag = z.enum(['true', 'false']).default('false')
const importQuerySchema = z.object({
  dryRun: flag.describe('true: checks every row, records nothing'),
  encoding: z
    .string()
    .optional()
    .describe(
      `How the file is written: ${encodings.join(', ')}, or another name of one of them, in any case; left out, it is found out and reported`,
    ),
  skipBad: flag.describe('true: records the good rows although some are bad'),
})
const exportQuerySchema = z.object({
  format: z.enum(['csv', 'geojson']).default('csv'),
  separator: z
    .enum(Object.keys(separators) as [Separator, ...Separator[]])
    .default('comma')
    .describe(
      'CSV: what stands between cells; a spreadsheet of a country with a decimal comma wants semicolon',
    ),
})

type SiteRouteDeps = Pick<ApiDeps, 'keeper' | 'accounts' | 'secrets' | 'pictures' | 'clock'>

export function addSiteRoutes(app: ApiApp, deps: SiteRouteDeps): void {
  // In its own scope, since bodies are read differently here.
  app.register(async (scope: ApiApp) => {
    scope.removeContentTypeParser([json])
    scope.addContentTypeParser(
      [csv, geoJson, json],
      { parseAs: 'buffer', bodyLimit: largestRegister },
      (_, body, done) => done(null, body),
    )
    scope.setErrorHandler((error) => {
      throw inWords(error)
    })
    addImport(scope, deps)
    addExport(scope, deps)
  })
}

function addImport(app: ApiApp, deps: SiteRouteDeps): void {
  const { keeper, accounts, secrets, pictures } = deps
  let importing = false
  let uploads = 0
  app.post(
    '/v1/sites/import',
    {
      bodyLimit: largestRegister,
      schema: {
        summary: 'Import sites',
        description:
          'A table (CSV) or a FeatureCollection of Points (GeoJSON), its columns or properties as in docs/registry.md. A row whose account is known updates that site, another makes a new one; unchanged sites are left alone. Every bad row is answered by line and reason. While rows are bad nothing is recorded, unless skipBad=true.',
        consumes: [csv, geoJson, json],
        body: z.any().describe('The file as it is, 32 MB at most, sent within 10 s'),
        querystring: importQuerySchema,
        response: {
          200: importReportSchema,
          400: problemSchema,
          401: problemSchema,
          403: problemSchema,
          409: problemSchema,
          413: problemSchema,
          415: problemSchema,
          422: importRefusedSchema,
          503: problemSchema,
        },
        security: [{ session: [] }],
      },
      // Before the body is read: we do not take 32 MB from just anybody.
      onRequest: async (request, reply) => {
        signedInAs(request, accounts, ['supervisor', 'admin'])
        if (uploads >= mostUploads) throw underWay()
        uploads += 1
        reply.raw.once('close', () => {
          uploads -= 1
        })
      },
    },
    async (request, reply) => {
      const { actor } = signedInAs(request, accounts, ['supervisor', 'admin'])
      if (importing) throw underWay()
      importing = true
      try {
        const { dryRun, skipBad, encoding } = request.query
        const file = await opened(request.body, { type: request.headers['content-type'], encoding })
        const options = { dryRun: dryRun === 'true', skipBad: skipBad === 'true', by: actor }
        const report = await importSites(file, options, {
          keeper,
          duressWords: secrets.duressWords,
          pictures,
        })
        if (options.dryRun || options.skipBad || report.counts.bad === 0) return report
        return await reply.code(422).send({ ...refusalOf(report), ...report })
      } finally {
        importing = false
      }
    },
  )
}

const underWay = () =>
  new ProblemError(409, 'import-under-way', 'Another import is under way; wait until it has ended')

async function opened(
  body: unknown,
  { type = '', encoding }: { type?: string | undefined; encoding?: string | undefined },
) {
  if (!Buffer.isBuffer(body)) throw new UnreadableFile('The file is empty')
  const text = await readText(
    body,
    encoding === undefined ? headerSays(type) : encodingCalled(encoding),
  )
  return mediaTypeOf(type) === csv ? readCsv(text) : readGeoJson(text)
}

/**
 * The encoding that a Content-Type names. Programs say UTF-8 by default, whatever the file is, so
 * that is not believed.
 */
function headerSays(type: string) {
  const named = encodingNamed(charsetOf(type))
  return named === null || named === 'utf-8' ? undefined : named
}

function refusalOf({ counts, recorded }: ImportReport) {
  const rows =
    counts.bad === 1 ? 'One row is bad' : `${counts.bad.toLocaleString('en')} rows are bad`
  const outcome =
    recorded === 0 ? 'nothing was recorded' : `${recorded.toLocaleString('en')} sites were recorded`
  return { error: 'bad-rows', message: `${rows}; ${outcome}` }
}

function inWords(error: unknown): unknown {
  if (error instanceof UnreadableFile) return new ProblemError(400, 'unreadable', error.message)
  if (error instanceof NotStored) {
    const text = `The hub cannot store anything: ${error.message}. Import the file again later; what it has recorded stays`
    return new ProblemError(503, 'not-stored', text)
  }
  const { code } = error as { readonly code?: unknown }
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new ProblemError(413, 'too-large', 'The file is larger than 32 MB')
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return badMediaType([csv, geoJson])
  return error
}

function addExport(app: ApiApp, { keeper, accounts, clock }: SiteRouteDeps): void {
  app.get(
    '/v1/sites/export',
    {
      schema: {
        summary: 'Export sites',
        description:
          'All sites as an import takes them. Of duress words it says only that there are some: `*` stands for a word that is kept.',
        querystring: exportQuerySchema,
        response: {
          200: {
            description: 'All sites',
            content: { [csv]: { schema: z.string() }, [geoJson]: { schema: z.string() } },
          },
          400: problemSchema,
          401: problemSchema,
          403: problemSchema,
        },
        security: [{ session: [] }],
      },
    },
    async (request, reply) => {
      signedInAs(request, accounts, roleSchema.options)
      const { format, separator } = request.query
      const room = keeper.durableRoom()
      const text = format === 'csv' ? sitesAsCsv(room, separator) : sitesAsGeoJson(room)
      reply.type(format === 'csv' ? `${csv}; charset=utf-8` : geoJson)
      reply.header('content-disposition', `attachment; filename="sites.${format}"`)
      // Fastify sends a stream as it is; the type of the answer describes its text.
      return reply.send(
        Readable.from(downloaded(text, reply.raw, clock), {
          objectMode: false,
          highWaterMark: 64 * 1024,
        }) as unknown as string,
      )
    },
  )
}
