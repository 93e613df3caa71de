import { z } from 'zod'
import type { Instant } from '../lang/instant'

/*
 * A detail that describes a report and does not decide over it: sent wrongly it never costs the
 * alarm. The alarm is taken without it, the detail is named on the signal, and what was sent stays
 * with the report as it came.
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
 * `too-long`: a text is cut, everything else left out, since a part of it would mean something
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
 * The years 2000 to 2100: times before them come from a clock that was never set, or count seconds
 * where milliseconds are meant.
 */
const earliest: Instant = 946_684_800_000
const latest: Instant = 4_102_444_800_000

/** Why an event cannot have happened then, or null. */
export function instantFault(at: Instant): DetailFault | null {
  if (at < earliest) return 'clock-not-set'
  return at > latest || Number.isNaN(at) ? 'impossible' : null
}

/** What was sent as a line of words: what would move a cursor or end a line becomes a space. */
export const wrongDetail = (field: DetailField, why: DetailFault, sent = ''): WrongDetail => {
  const words = sent.replace(/\p{Cc}+/gu, ' ').trim()
  const kept = [...words].slice(0, longestSent / 2).join('')
  return { field, why, ...(kept !== '' && { sent: kept }) }
}

/**
 * What a sender said of where and who in a form nobody can compare with a zone's number; empty for
 * nothing.
 */
export const unreadPlace = (details: readonly WrongDetail[] = []): string =>
  details
    .filter(({ field }) => field === 'zone' || field === 'partition' || field === 'user')
    .map(({ field, sent = '' }) => `${field} ${sent}`)
    .join(', ')

/** Whether a zone was named and could not be read: it may be any. */
export const hasUnreadZone = (details: readonly WrongDetail[] = []): boolean =>
  details.some(({ field }) => field === 'zone')
