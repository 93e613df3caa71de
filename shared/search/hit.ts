import { z } from 'zod'
import { actorSchema } from '../accounts/actor'
import type { AnyEntry } from '../journal/entry'
import type { PastRows } from '../records/projection'
import { cutText } from '../text/shown-text'
import { aboutOf, fieldsOf } from './about'
import { subjectsOf } from './projection'

/** An entry as search results show it: enough to word it and to open what it is about. */
export const hitSchema = z.object({
  seq: z.number().int(),
  at: z.number(),
  by: actorSchema,
  type: z.string(),
  siteId: z.string().nullable(),
  incidentId: z.string().nullable(),
  alarmId: z.string().nullable(),
  teamId: z.string().nullable(),
  account: z.string().nullable(),
  /** The entry's values that its wording needs. */
  said: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type Hit = z.output<typeof hitSchema>

/** Short fields that mean something to a person. */
const told: ReadonlySet<string> = new Set([
  ...['text', 'remark', 'reason', 'detail', 'meaning', 'code', 'name', 'zone', 'user', 'table'],
  ...['kind', 'class', 'priority', 'disposition', 'outcome', 'stepId', 'why', 'until', 'rule'],
  ...['account', 'held', 'level', 'waits', 'change', 'role', 'was', 'qualifier', 'channel'],
])
const longest = 300

export function hitOf(entry: AnyEntry, past: PastRows): Hit {
  const { seq, at, by, type, data } = entry
  const about = aboutOf(entry)
  const { siteIds, incidentIds, teamIds } = subjectsOf(about, past)
  return {
    ...{ seq, at, by, type },
    siteId: siteIds.length === 1 ? (siteIds[0] ?? null) : null,
    incidentId: incidentIds.at(-1) ?? null,
    alarmId: about.alarmId,
    teamId: teamIds.length === 1 ? (teamIds[0] ?? null) : null,
    account: about.accounts[0] ?? null,
    said: saidOf(data),
  }
}

function saidOf(data: unknown): Hit['said'] {
  const said: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(fieldsOf(data))) {
    if (Array.isArray(value)) said[name] = value.length
    if (!told.has(name)) continue
    if (typeof value === 'number') said[name] = value
    if (typeof value === 'string') said[name] = cutText(value, longest)
  }
  return said
}
