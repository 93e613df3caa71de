import { z } from 'zod'
import type { Entry } from '../room/events'

export const entryGroups = [
  'alarms',
  'signals',
  /** Openings, closings, periodic tests: most of a journal, and seldom searched for. */
  'routine',
  'incidents',
  'teams',
  'tests',
  'quarantine',
  'register',
  'people',
  'unit',
] as const
export const entryGroupSchema = z.enum(entryGroups)
export type EntryGroup = z.output<typeof entryGroupSchema>

const routine: ReadonlySet<string> = new Set(['opening', 'closing', 'test', 'status'])

/** By the first known part of a type's name; an entry of no other group belongs to the unit. */
const byName: readonly (readonly [RegExp, EntryGroup])[] = [
  [/^(alarm|fold)-|^escalated$/, 'alarms'],
  [/^signal-quarantined$|^account-/, 'quarantine'],
  [/^signal-/, 'signals'],
  [/^incidents?-/, 'incidents'],
  [/^(team|dispatch)-/, 'teams'],
  [/^test-/, 'tests'],
  [/^(sites|teams|centre|plan|escalation)-/, 'register'],
  [/^(officer|second-officer|user|password|duress)-/, 'people'],
]

export function entryGroup({ type, data }: Pick<Entry, 'type' | 'data'>): EntryGroup {
  if (type === 'signal-received' && 'class' in data && routine.has(String(data.class)))
    return 'routine'
  if (type === 'account-key-changed') return 'people'
  return byName.find(([name]) => name.test(type))?.[1] ?? 'unit'
}
