import { z } from 'zod'
import type { Instant } from '../../../shared/lang/instant'
import { accountSchema, placeSchema } from '../../../shared/sites/site'
import { cutText, shownText } from '../../../shared/text/shown-text'

/** The centre's own name of an item. With the centre's id and a stroke before it, it is what its entries are caused by. */
export const itemIdSchema = z.string().regex(/^[\w.:-]{1,40}$/, 'an id of 1 to 40 letters, digits or . : _ -')

/** Times before it are seconds sent as milliseconds, or a clock that was never set. */
const earliest: Instant = Date.UTC(2000, 0, 1)
const latest: Instant = Date.UTC(2100, 0, 1)

/** What a number of a partition, zone or user may be; only zeros name nothing (as in Contact ID). */
const numberSchema = z
  .union([z.string(), z.number()], 'digits, as text or as a number')
  .transform((value) => String(value).trim())
  .pipe(z.string().regex(/^[0-9A-Za-z]{0,8}$/, 'at most 8 letters or digits'))
  .transform((digits) => (/^0*$/.test(digits) ? null : digits))

const instantForms = 'ISO 8601 with Z or an offset, or milliseconds since 1970'
const occurredAtSchema = z
  .union([z.iso.datetime({ offset: true, error: instantForms }), z.number()], instantForms)
  .transform((value) => (typeof value === 'number' ? value : Date.parse(value)))
  .pipe(
    z
      .number()
      .int('whole milliseconds')
      .min(earliest, 'before the year 2000: milliseconds are meant, not seconds')
      .max(latest, 'after the year 2100'),
  )

const qualifiers = { new: 'new', restore: 'restore', status: 'status', E: 'new', R: 'restore', P: 'status' } as const

/** A line of words: what would move a cursor or end a line becomes a space; longer ones are cut, an alarm is not refused for them. */
const wordsSchema = z.string().transform((text) => cutText(shownText(text), 500) || null)

/** One event as a monitoring centre reports it. What else an item holds is kept with it and not read. */
export const itemSchema = z
  .object(
    {
      id: itemIdSchema.nullish().describe('Yours: the item takes effect once, however often it is sent'),
      account: z.string('text is needed').trim().toUpperCase().pipe(accountSchema).describe('Whose panel reported it'),
      table: z.enum(['cid', 'sia'], 'cid or sia').describe('Whose code it is: Contact ID (DC-05) or SIA (DC-03)'),
      code: z
        .union([z.string(), z.number()], 'text is needed')
        .transform((code) => String(code).trim().toUpperCase())
        .describe('Three digits of Contact ID, two letters of SIA'),
      qualifier: z
        .enum(Object.keys(qualifiers) as [keyof typeof qualifiers], 'new, restore or status (or E, R, P)')
        .transform((word) => qualifiers[word])
        .nullish()
        .describe('Needed with cid; sia has codes of its own for what is over'),
      partition: numberSchema.nullish(),
      zone: numberSchema.nullish(),
      user: numberSchema.nullish(),
      text: wordsSchema.nullish().describe('What an officer should read, up to 500 characters'),
      occurredAt: occurredAtSchema
        .nullish()
        .describe('When it happened: ISO 8601 with Z or an offset, or ms since 1970'),
      position: placeSchema.nullish().describe('Where the sender is'),
      verification: z.string().max(1_000).nullish().describe('Address of a picture; shown as text, never fetched'),
    },
    'an item is an object',
  )
  .superRefine(({ table, code, qualifier }, context) => {
    const wrong = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (table === 'cid') {
      if (!/^[0-9A-F]{3}$/.test(code)) wrong('code', 'Contact ID has three digits, e.g. 130')
      if (!qualifier) wrong('qualifier', 'Contact ID needs new, restore or status')
      return
    }
    if (!/^[A-Z]{2}$/.test(code)) wrong('code', 'SIA has two letters, e.g. BA')
    // Taken as the code says it would raise an alarm; taken as it says it would end one nobody named.
    if (qualifier && qualifier !== 'new')
      wrong('qualifier', 'SIA has codes of its own for what is over, e.g. BR; leave the qualifier out')
  })
export type Item = z.output<typeof itemSchema>

/** What became of an item. */
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
})
export type ItemResult = z.output<typeof itemResultSchema>
