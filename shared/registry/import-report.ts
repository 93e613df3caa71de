import { z } from 'zod'
import { codePageNames } from '../text/code-pages'
import { problemSchema } from '../wire/sessions'

const rowPlace = {
  line: z.number().int().describe('The line in which the row begins, counted from 1'),
  feature: z.number().int().optional().describe('GeoJSON: which feature, counted from 1'),
  account: z.string().nullable().describe('The account the row names; null when it cannot be read'),
}

export const importReportSchema = z.object({
  dryRun: z.boolean(),
  recorded: z
    .number()
    .int()
    .describe('Sites registered by this import; 0 for a dry run and while rows are bad'),
  counts: z.object({
    new: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
    bad: z.number().int(),
  }),
  bad: z
    .array(z.object({ ...rowPlace, reason: z.string() }))
    .describe('Every bad row, in the order of the file'),
  warnings: z
    .array(z.object({ ...rowPlace, text: z.string() }))
    .describe('Rows that are taken and worth a look'),
  unknownColumns: z
    .array(z.string())
    .describe('Columns or properties nobody knows; what stands there is not taken'),
  read: z.object({
    format: z.enum(['csv', 'geojson']),
    encoding: z.enum(['utf-8', 'utf-16le', ...codePageNames]),
    orElse: z
      .enum(codePageNames)
      .optional()
      .describe('It may be this encoding as well: look at the names, and name the encoding'),
    warning: z
      .string()
      .optional()
      .describe('The texts read badly in this encoding: says what can be done'),
    separator: z.enum(['comma', 'semicolon', 'tab']).optional(),
  }),
})
export type ImportReport = z.output<typeof importReportSchema>

/** The answer when rows are bad and nothing was recorded: an ordinary problem, with the report. */
export const importRefusedSchema = problemSchema.extend(importReportSchema.shape)
