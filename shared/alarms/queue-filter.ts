import type { AlarmKind, Priority } from '../codes/kinds'
import type { SiteCategory } from '../sites/site'
import { inLane } from './lane'
import { isUnanswered, isYours, type QueueRow } from './queue-row'
import { districtOf } from './row-site'

/** The part of the queue that one officer looks at; null means all of it. */
export interface QueueFilter {
  readonly who: 'mine' | 'unowned' | null
  readonly kind: AlarmKind | null
  readonly district: string | null
  readonly category: SiteCategory | null
}

export const noFilter: QueueFilter = { who: null, kind: null, district: null, category: null }

export const isFiltering = ({ who, kind, district, category }: QueueFilter): boolean =>
  who !== null || kind !== null || district !== null || category !== null

/**
 * Whether a filter shows a row. A person under threat is always shown. A row that nobody can place
 * is also shown, whatever the district and category.
 */
export function isShown(row: QueueRow, filter: QueueFilter, you: string | undefined): boolean {
  if (inLane(row.kind)) return true
  if (filter.who === 'mine' && !isYours(row, you)) return false
  if (filter.who === 'unowned' && !isUnanswered(row)) return false
  if (filter.kind !== null && row.kind !== filter.kind) return false
  if (!row.site) return true
  if (filter.district !== null && districtOf(row.site) !== filter.district) return false
  return filter.category === null || row.site.category === filter.category
}

/**
 * The unanswered alarms that a filter hides. They are counted so that nobody mistakes a short list
 * for a quiet night.
 */
export interface Hidden {
  readonly count: number
  readonly gravest: Priority | null
}

export function hiddenAmong(rows: readonly QueueRow[]): Hidden {
  const waiting = rows.filter(isUnanswered)
  return {
    count: waiting.length,
    gravest: waiting.reduce<Priority | null>(
      (worst, { priority }) => (worst === null || priority < worst ? priority : worst),
      null,
    ),
  }
}

export interface Choice<Value> {
  readonly value: Value
  /** The number of unanswered rows with this value, where that is counted. */
  readonly count?: number
}

export interface FilterChoices {
  readonly kinds: readonly Required<Choice<AlarmKind>>[]
  readonly districts: readonly Required<Choice<string>>[]
  readonly categories: readonly Required<Choice<SiteCategory>>[]
}

export function choicesIn(rows: readonly QueueRow[]): FilterChoices {
  return {
    kinds: counted(rows, ({ kind }) => kind),
    districts: counted(rows, ({ site }) => site && districtOf(site)),
    categories: counted(rows, ({ site }) => site?.category),
  }
}

function counted<Value extends string>(
  rows: readonly QueueRow[],
  valueIn: (row: QueueRow) => Value | undefined,
): readonly Required<Choice<Value>>[] {
  const counts = new Map<Value, number>()
  for (const row of rows) {
    const value = valueIn(row)
    if (value !== undefined && value !== '')
      counts.set(value, (counts.get(value) ?? 0) + Number(isUnanswered(row)))
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}
