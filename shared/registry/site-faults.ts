import type { z } from 'zod'
import type { siteSchema } from '../sites/site'
import type { Column } from './columns'

const columnOf: Readonly<Record<string, Column>> = {
  id: 'site_id',
  lines: 'further_accounts',
  accessNotes: 'access_notes',
  keyHolders: 'key_holders',
  responsePlan: 'response_plan',
  'location.lat': 'lat',
  'location.lon': 'lon',
  'schedule.grace': 'schedule_grace',
  'schedule.utcOffset': 'schedule_utc_offset',
  'schedule.hours': 'schedule',
}

type Issue = z.core.$ZodIssue

/**
 * Faults named per row. In a list of thousands each item may be faulty, and nobody reads beyond a
 * few.
 */
const mostFaults = 20

/** Words what the site schema finds wrong for the person who keeps the register. */
export function siteFaults(parsed: z.ZodSafeParseResult<z.output<typeof siteSchema>>): string[] {
  if (parsed.success) return []
  return parsed.error.issues
    .slice(0, mostFaults)
    .map((issue) => `${placeOf(issue.path)}: ${wordsOf(issue)}`)
}

function placeOf(path: Issue['path']): string {
  const [first = '', second = ''] = path.map(String)
  // An interval is the only setting of a line whose size can be wrong.
  if (first === 'lines' && path.at(-1) === 'interval') return 'interval'
  return columnOf[`${first}.${second}`] ?? columnOf[first] ?? first
}

function wordsOf(issue: Issue): string {
  if (issue.path.at(-1) === 'interval') return issue.message
  if (issue.code === 'too_big')
    return `${subject(issue)} ${sizeWords[issue.origin]?.[1] ?? 'is more than'} ${issue.maximum}${unit(issue)}`
  if (issue.code === 'too_small')
    return `${subject(issue)} ${sizeWords[issue.origin]?.[0] ?? 'is less than'} ${issue.minimum}${unit(issue)}`
  return issue.message
}

const sizeWords: Readonly<Record<string, readonly [small: string, big: string]>> = {
  string: ['is shorter than', 'is longer than'],
  array: ['has fewer than', 'has more than'],
}

/** Names the item of a list, counted from 1. */
function subject({ path }: Issue): string {
  const at = path.find((step) => typeof step === 'number')
  if (at === undefined) return 'it'
  const field = path.at(-1)
  return typeof field === 'string' ? `item ${at + 1} (${field})` : `item ${at + 1}`
}

const unit = ({ code, ...issue }: Issue): string => {
  if (!('origin' in issue)) return ''
  if (issue.origin === 'string') return ' characters'
  return issue.origin === 'array' ? ' items' : ''
}
