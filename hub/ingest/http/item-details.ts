import type { z } from 'zod'
import { hour, type Instant } from '../../../shared/lang/instant'
import {
  type DetailFault,
  type DetailField,
  instantFault,
  type WrongDetail,
  wrongDetail,
} from '../../../shared/signals/wrong-detail'
import { detailSchemas, instantForm, longestWords } from './item'

type Details = {
  [Field in keyof typeof detailSchemas]: z.output<(typeof detailSchemas)[Field]> | null
}

export interface ReadDetails {
  readonly details: Details
  readonly wrong: readonly WrongDetail[]
}

/**
 * How far ahead of the hub's clock an event may have happened. Two clocks set by hand differ by
 * less.
 */
const mostAhead = 24 * hour

/** Reads each detail on its own. A wrong one is left out and named. Never throws. */
export function readDetails(raw: Readonly<Record<string, unknown>>, now: Instant): ReadDetails {
  const wrong: WrongDetail[] = []
  const read = <Field extends keyof typeof detailSchemas>(field: Field): Details[Field] => {
    const value = raw[field]
    if (value === null || value === undefined || value === '') return null
    const parsed = detailSchemas[field].safeParse(value)
    if (parsed.success) return parsed.data as Details[Field]
    wrong.push(wrongDetail(field, faultOf(field, value), wordsOf(value)))
    return null
  }
  const details: Details = {
    qualifier: read('qualifier'),
    partition: read('partition'),
    zone: read('zone'),
    user: read('user'),
    text: read('text'),
    occurredAt: read('occurredAt'),
    position: read('position'),
    verification: read('verification'),
  }
  const { text, occurredAt } = details
  if (text !== null && wordsOf(raw.text).trim().length > longestWords)
    wrong.push(wrongDetail('text', 'too-long'))
  // A hub whose own clock was never set cannot tell that another clock is ahead.
  if (occurredAt === null || occurredAt <= now + mostAhead || instantFault(now) !== null)
    return { details, wrong }
  wrong.push(wrongDetail('occurredAt', 'impossible', wordsOf(raw.occurredAt)))
  return { details: { ...details, occurredAt: null }, wrong }
}

function faultOf(field: DetailField, value: unknown): DetailFault {
  switch (field) {
    case 'occurredAt':
      return timeFault(value)
    case 'position':
      return placeFault(value)
    case 'partition':
    case 'zone':
    case 'user':
      return typeof value === 'string' && /^[0-9A-Za-z]{9,}$/.test(value.trim())
        ? 'too-long'
        : 'not-understood'
    case 'verification':
      return typeof value === 'string' && value.length > 1_000 ? 'too-long' : 'not-understood'
    default:
      return 'not-understood'
  }
}

function timeFault(value: unknown): DetailFault {
  if (typeof value === 'number') return instantFault(value) ?? 'not-understood'
  if (typeof value !== 'string' || !instantForm.safeParse(value).success) return 'not-understood'
  return instantFault(Date.parse(value)) ?? 'not-understood'
}

function placeFault(value: unknown): DetailFault {
  const { lon, lat } = (typeof value === 'object' ? (value ?? {}) : {}) as Readonly<
    Record<string, unknown>
  >
  return typeof lon === 'number' && typeof lat === 'number' ? 'impossible' : 'not-understood'
}

function wordsOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value !== 'object') return String(value)
  try {
    return JSON.stringify(value)
  } catch {
    return ''
  }
}
