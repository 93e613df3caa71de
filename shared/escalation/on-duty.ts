import type { Actor, Role, Who } from '../accounts/actor'
import type { Instant } from '../lang/instant'
import { type Load, longestSession } from '../triage/load'
import { type Escalated, type Level, mostTold } from './escalation'

/** Who is signed in with a role, each person once, the longest first. */
export function signedInAs({ sessions }: Load, role: Role, at: Instant): readonly Who[] {
  const people = new Map<string, Who>()
  for (const session of [...sessions].sort((a, b) => a.since - b.since)) {
    if (session.role !== role || at - session.since >= longestSession) continue
    if (!people.has(session.officerId))
      people.set(session.officerId, { id: session.officerId, name: session.name })
  }
  return [...people.values()]
}

/**
 * Who is told at a level. The second officer is anybody but the owner; if nobody has the thing,
 * anybody but the officer signed in longest.
 */
export function toldAt(
  level: Level,
  { load, ownerId }: { readonly load: Load; readonly ownerId: string | null },
  at: Instant,
): readonly Who[] {
  const people = signedInAs(load, level === 'supervisor' ? 'supervisor' : 'officer', at)
  const first = ownerId ?? (level === 'supervisor' ? null : people[0]?.id)
  return people.filter(({ id }) => id !== first).slice(0, mostTold)
}

/**
 * Whether this concerns somebody: those who were told, supervisors who signed in since, and
 * everybody if nobody was there to be told.
 */
export const isToldTo = ({ level, to }: Escalated, { id, role }: Actor): boolean =>
  to.length === 0 || to.some((who) => who.id === id) || (level === 'supervisor' && role === level)
