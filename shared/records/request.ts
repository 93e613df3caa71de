import { z } from 'zod'

/** Most rows on one page, which is also the default. */
export const mostRows = 200
const usualRows = 50

const seq = () => z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER)
const instant = () => z.coerce.number().int()

/** What every question may say besides its subject. */
export const pageShape = {
  from: instant().optional().describe('Only what began at this instant or later, ms since 1970'),
  to: instant().optional().describe('Only what began at this instant or earlier'),
  before: seq().optional().describe('`next` of the page before: what is older than that'),
  upTo: seq().optional().describe('The records as they were after this entry'),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(mostRows)
    .default(usualRows)
    .describe('How many rows at most'),
} as const
const pageSchema = z.object(pageShape)
export type PageOf = z.output<typeof pageSchema>

export interface RecordsPage<Row> {
  /** Newest first. */
  readonly rows: readonly Row[]
  /** The value of `before` for the next page; null when this is the last. */
  readonly next: number | null
  /** The entry up to which the records go, or up to which they were asked. */
  readonly seq: number
  /** Journal entries that the records have not taken in yet. */
  readonly behind: number
}

/** A page from a wire; whoever asked checks its rows. */
export const recordsPageSchema = z.object({
  rows: z.array(z.unknown()),
  next: z.number().int().nullable(),
  seq: z.number().int(),
  behind: z.number().int(),
})
