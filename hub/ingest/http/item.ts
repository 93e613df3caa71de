import { z } from 'zod'
import { placeSchema } from '../../../shared/geo/place'
import { instantFault, wrongDetailSchema } from '../../../shared/signals/wrong-detail'
import { accountOf, accountSchema } from '../../../shared/sites/account'
import { cutText, shownText } from '../../../shared/text/shown-text'

/**
 * The centre's own name for an item. With the centre's id and a stroke before it, it is the cause
 * of its entries.
 */
export const itemIdSchema = z
  .string()
  .regex(/^[\w.:-]{1,40}$/, 'an id of 1 to 40 letters, digits or . : _ -')

/** Numbers of a partition, zone or user; one of only zeros names nothing (as in Contact ID). */
const numberSchema = z
  .union([z.string(), z.number()], 'digits, as text or as a number')
  .transform((value) => String(value).trim())
  .pipe(z.string().regex(/^[0-9A-Za-z]{0,8}$/, 'at most 8 letters or digits'))
  .transform((digits) => (/^0*$/.test(digits) ? null : digits))

const instantForms = 'ISO 8601 with Z or an offset, or milliseconds since 1970'
export const instantForm = z.iso.datetime({ offset: true, error: instantForms })
const occurredAtSchema = z
  .union([instantForm, z.number()], instantForms)
  .transform((value) => (typeof value === 'number' ? value : Date.parse(value)))
  .pipe(
    z
      .number()
      .int('whole milliseconds')
      .refine((at) => instantFault(at) === null, 'a time between 2000 and 2100'),
  )

const qualifiers = {
  new: 'new',
  restore: 'restore',
  status: 'status',
  E: 'new',
  R: 'restore',
  P: 'status',
} as const

/**
 * Longest line of words. A character that would move a cursor or end a line becomes a space. A
 * longer line is cut: no alarm is refused for it.
 */
export const longestWords = 500
const wordsSchema = z
  .union([z.string(), z.number()])
  .transform((text) => cutText(shownText(String(text)), longestWords) || null)

/**
 * Fields that only describe a report. They are read one by one (item-details.ts), so that none
 * costs the alarm.
 */
export const detailSchemas = {
  qualifier: z
    .enum(
      Object.keys(qualifiers) as [keyof typeof qualifiers],
      'new, restore or status (or E, R, P)',
    )
    .transform((word) => qualifiers[word])
    .describe('Needed with cid; sia has codes of its own for what is over'),
  partition: numberSchema,
  zone: numberSchema,
  user: numberSchema,
  text: wordsSchema.describe('What an officer should read, up to 500 characters'),
  occurredAt: occurredAtSchema.describe(
    'When it happened: ISO 8601 with Z or an offset, or ms since 1970',
  ),
  position: placeSchema
    .refine(({ lon, lat }) => lon !== 0 || lat !== 0, 'what a device says that has no position')
    .describe('Where the sender is'),
  verification: z
    .string()
    .max(1_000)
    .regex(/^[a-z][a-z0-9+.-]*:\S+$/i, 'an address, e.g. https://…')
    .describe('Address of a picture; shown as text, never fetched'),
}

const identity = {
  // A number beyond 2^53 has lost digits: it would be another account.
  account: z
    .preprocess(
      (account) => (Number.isSafeInteger(account) ? String(account) : account),
      z.string('text is needed').trim().overwrite(accountOf).pipe(accountSchema),
    )
    .describe('Whose panel reported it'),
  table: z
    .preprocess(
      (table) => (typeof table === 'string' ? table.trim().toLowerCase() : table),
      z.enum(['cid', 'sia'], 'cid or sia'),
    )
    .describe('Whose code it is: Contact ID (DC-05) or SIA (DC-03)'),
  code: z
    .union([z.string(), z.number()], 'text is needed')
    .transform((code) => String(code).trim().toUpperCase())
    .describe('Three digits of Contact ID, two letters of SIA'),
}

/** Which event an item reports, and for which account: without it there is nothing to take. */
export const eventSchema = z
  .object(identity, 'an item is an object')
  .superRefine(({ table, code }, context) => {
    const wrong = (message: string) => context.addIssue({ code: 'custom', path: ['code'], message })
    if (table === 'cid' && !/^[0-9A-F]{3}$/.test(code))
      wrong('Contact ID has three digits, e.g. 130')
    if (table === 'sia' && !/^[A-Z]{2}$/.test(code)) wrong('SIA has two letters, e.g. BA')
  })

/**
 * An item as a centre should write it, for the API description. Other fields are kept with it but
 * not read.
 */
export const itemSchema = z.object({
  id: itemIdSchema
    .nullish()
    .describe('Yours: the item takes effect once, however often it is sent'),
  ...identity,
  ...Object.fromEntries(
    Object.entries(detailSchemas).map(([field, schema]) => [field, schema.nullish()]),
  ),
})

export const itemResults = ['recorded', 'repeated', 'quarantined', 'refused', 'not-stored'] as const
export type ItemResultName = (typeof itemResults)[number]

export const itemResultSchema = z.object({
  id: z.string().nullable().describe('The item’s id; null when it had none that can be read'),
  result: z
    .enum(itemResults)
    .describe(
      'recorded: durable. repeated: was there already, nothing new happened. quarantined: durable, and waits until its account is known. refused: it makes no sense; do not repeat it. not-stored: repeat it',
    ),
  signalId: z.string().optional(),
  alarmId: z.string().optional().describe('The alarm it raised, joined or restored'),
  seq: z.number().int().optional().describe('The last entry it caused'),
  error: z.string().optional().describe('A code for programs'),
  message: z.string().optional().describe('A sentence for people'),
  warnings: z
    .array(wrongDetailSchema.extend({ message: z.string() }))
    .optional()
    .describe('Details that were wrong: the report was taken without them'),
})
export type ItemResult = z.output<typeof itemResultSchema>
