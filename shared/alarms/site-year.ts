import { z } from 'zod'
import { idSchema } from '../lang/id'
import { hour } from '../lang/instant'
import type { RecordsQuery } from '../records/query'
import { pageShape } from '../records/request'
import { type Disposition, dispositionSchema } from './alarm'
import { alarmTable } from './projection'

const year = 365 * 24 * hour

/** A summary of a site's alarms in the year before an instant. */
export const siteYearSchema = z.object({
  siteId: idSchema,
  /** The part of the year that the journal covers. */
  from: z.number(),
  to: z.number(),
  ended: z.partialRecord(dispositionSchema, z.number().int()),
  open: z.number().int(),
  /** Those that nobody wanted and nothing was behind. */
  nuisance: z.number().int(),
})
export type SiteYear = z.output<typeof siteYearSchema>

const requestSchema = z.object({ ...pageShape, siteId: idSchema })

export const isNuisance = (disposition: Disposition): boolean => disposition.startsWith('false-')

export const siteYearQuery: RecordsQuery<z.output<typeof requestSchema>, SiteYear> = {
  about: 'How many alarms of a site were nuisance alarms in the year before; one row',
  request: requestSchema,
  row: siteYearSchema,
  ask({ siteId, to: asked }, reader) {
    const last = reader.entry(reader.upTo)
    const first = reader.entry(1)
    if (!last || !first) return { rows: [], next: null }
    const to = asked ?? last.at
    const from = Math.max(first.at, to - year)
    const window = { after: reader.seqAt(from - 1), before: reader.seqAt(to) + 1 }
    const counts = reader.count(alarmTable, { siteId }, { column: 'disposition', window })
    const ended: Partial<Record<Disposition, number>> = {}
    let nuisance = 0
    for (const [value, count] of counts) {
      const disposition = dispositionSchema.safeParse(value)
      if (!disposition.success) continue
      ended[disposition.data] = count
      if (isNuisance(disposition.data)) nuisance += count
    }
    return {
      rows: [{ siteId, from, to, ended, open: counts.get(null) ?? 0, nuisance }],
      next: null,
    }
  },
}
