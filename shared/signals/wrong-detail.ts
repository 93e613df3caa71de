import { z } from 'zod'
import type { Instant } from '../lang/instant'

/*
 * A detail that describes a report but does not decide it: a wrong one never costs the alarm. The
 * alarm is taken without it, the signal names the detail, and what was sent stays with the report.
 */

/** `item`: the report as a whole, of which only the beginning is kept. */
export const detailFields = [
  'qualifier',
  'partition',
  'zone',
  'user',
  'text',
  'occurredAt',
  'position',
  'verification',
  'item',
] as const
export type DetailField = (typeof detailFields)[number]

/**
 * `too-long`: a text is cut; anything else is left out, since a part of it would mean something
 * else.
 */
export const detailFaults = ['not-understood', 'impossible', 'clock-not-set', 'too-long'] as const
export type DetailFault = (typeof detailFaults)[number]

/** Characters kept of what was sent: enough to recognise a door or a person. */
export const longestSent = 60

export const wrongDetailSchema = z.object({
  field: z.enum(detailFields),
  why: z.enum(detailFaults),
  sent: z.string().max(longestSent).optional(),
})
export type WrongDetail = z.output<typeof wrongDetailSchema>
export const wrongDetailsSchema = z.array(wrongDetailSchema).max(detailFields.length)

/**
 * The years 2000 to 2100. Earlier times come from a clock that was never set, or give seconds for
 * milliseconds.
 */
const earliest: Instant = 946_684_800_000
const latest: Instant = 4_102_444_800_000

export function instantFault(at: Instant): DetailFault | null {
  if (at < earliest) return 'clock-not-set'
  return at > latest || Number.isNaN(at) ? 'impossible' : null
}

/** What was sent, as one line: characters that move a cursor or end a line become spaces. */
export const wrongDetail = (field: DetailField, why: DetailFault, sent = ''): WrongDetail => {
  const words = sent.replace(/\p{Cc}+/gu, ' ').trim()
  const kept = [...words].slice(0, longestSent / 2).join('')
  return { field, why, ...(kept !== '' && { sent: kept }) }
}

/**
 * What a sender said of where and who, in a form that cannot be compared with a zone number; empty
 * for nothing.
 */
export const unreadPlace = (details: readonly WrongDetail[] = []): string =>
  details
    .filter(({ field }) => field === 'zone' || field === 'partition' || field === 'user')
    .map(({ field, sent = '' }) => `${field} ${sent}`)
    .join(', ')

export const hasUnreadZone = (details: readonly WrongDetail[] = []): boolean =>
  details.some(({ field }) => field === 'zone')
