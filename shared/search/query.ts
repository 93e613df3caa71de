import { z } from 'zod'
import { alarmTable } from '../alarms/projection'
import { alarmKindSchema } from '../codes/kinds'
import { idSchema } from '../lang/id'
import { pageOf, type RecordsQuery, windowOf } from '../records/query'
import type { RecordsReader, Window } from '../records/reader-port'
import { pageShape } from '../records/request'
import { accountOf } from '../sites/account'
import { entryGroupSchema, entryGroups } from './entry-group'
import { type Hit, hitOf, hitSchema } from './hit'
import { matchOf, type Wanted } from './terms'

/** One or several, as in a query string. */
const groups = z.preprocess(
  (value) => (typeof value === 'string' ? value.split(',') : value),
  z.array(entryGroupSchema).max(entryGroupSchema.options.length).optional(),
)

export const searchRequestSchema = z.object({
  ...pageShape,
  siteId: idSchema.optional(),
  account: z.string().max(16).overwrite(accountOf).optional(),
  teamId: idSchema.optional(),
  officerId: idSchema.optional(),
  incidentId: idSchema.optional(),
  kind: alarmKindSchema.optional().describe('Cause of the alarm or signal'),
  groups: groups.describe('Kinds of entries, one or several divided by commas'),
  words: z
    .string()
    .max(200)
    .optional()
    .describe(
      'Words in any spelling of Uzbek, the last perhaps unfinished; all must stand in the entry',
    ),
})
export type SearchRequest = z.output<typeof searchRequestSchema>

export const searchQuery: RecordsQuery<SearchRequest, Hit> = {
  about: 'Entries of the journal by time, site, account, team, officer, kind and words',
  request: searchRequestSchema,
  row: hitSchema,
  ask: (request, reader) => hits(request, request, reader),
}

const siteEventsRequestSchema = z.object({ ...pageShape, siteId: idSchema, groups })
type SiteEventsRequest = z.output<typeof siteEventsRequestSchema>

const telling = entryGroups.filter((group) => group !== 'routine')

/** What happened at a site. Openings, closings and periodic tests only on request. */
export const siteEventsQuery: RecordsQuery<SiteEventsRequest, Hit> = {
  about: 'What happened at a site',
  request: siteEventsRequestSchema,
  row: hitSchema,
  ask: (request, reader) =>
    hits(request, { ...request, groups: request.groups ?? telling }, reader),
}

function hits(
  request: Pick<SearchRequest, 'from' | 'to' | 'before' | 'limit'>,
  wanted: Wanted,
  reader: RecordsReader,
) {
  const window = windowOf(request, reader)
  const match = matchOf(wanted)
  const seqs = match === null ? newest(window) : reader.search(match, window)
  const rows = seqs.flatMap((seq) => {
    const entry = reader.entry(seq)
    return entry === undefined ? [] : [withIncident(hitOf(entry, pastOf(reader)), reader)]
  })
  return pageOf(rows, request.limit, ({ seq }) => seq)
}

/** Without terms: the entries one after another. */
const newest = ({ after, before, limit }: Window): readonly number[] =>
  Array.from(
    { length: Math.max(0, Math.min(limit, before - 1 - after)) },
    (_, at) => before - 1 - at,
  )

/** An alarm taken later leads to the incident it was dealt with under. */
const withIncident = (hit: Hit, reader: RecordsReader): Hit =>
  hit.incidentId !== null || hit.alarmId === null
    ? hit
    : { ...hit, incidentId: reader.get(alarmTable, hit.alarmId)?.incidentId ?? null }

const pastOf = ({ get }: RecordsReader) => ({ get, where: () => [] })
