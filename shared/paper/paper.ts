import { z } from 'zod'
import { idSchema } from '../lang/id'
import { languageSchema } from '../lang/language'
import { refusalSchema } from '../wire/console-feed'

/** What can be put on paper. */
export const paperSchema = z.discriminatedUnion('kind', [
  /** An incident, in the room as it was at `at`. */
  z.object({ kind: z.literal('incident'), incidentId: idSchema, at: z.number() }),
  /** What happened in a span of time, both ends included. */
  z.object({ kind: z.literal('log'), from: z.number(), to: z.number() }),
])
export type Paper = z.output<typeof paperSchema>

/** A table goes into a file for other programs; only a log is one. */
export const paperFormats = ['pdf', 'csv'] as const

export const printSchema = z.object({
  paper: paperSchema,
  format: z.enum(paperFormats),
  language: languageSchema,
})
export type Print = z.output<typeof printSchema>

/** What the page of a paper says once everything stands on it, or why it cannot. */
export const paperDrawnSchema = z.object({
  /** The job the page was opened for. */
  job: idSchema,
  outcome: z.union([
    z.object({ fault: refusalSchema }),
    z.object({
      /** At the foot of every page, before the page number. */
      foot: z.string().max(300),
      /** The same as text for other programs, when that was wanted. */
      csv: z.string().max(40_000_000).nullable(),
    }),
  ]),
})
export type PaperOutcome = z.output<typeof paperDrawnSchema>['outcome']
