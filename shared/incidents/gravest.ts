import type { AlarmKind, Priority } from '../codes/kinds'
import { isArmedThreat } from '../plans/built-in'

interface Gravity {
  readonly kind: AlarmKind
  readonly priority: Priority
}

// Between causes of equal priority: a plan that telephones a site under armed threat costs lives,
// so the threat leads; a fire spreads while others wait.
const rank = (kind: AlarmKind): number => (isArmedThreat(kind) ? 0 : kind === 'fire' ? 1 : 2)

/** Whether a cause should lead the response instead of another. Among equals the first stays. */
export const isGraver = (candidate: Gravity, than: Gravity): boolean =>
  candidate.priority === than.priority
    ? rank(candidate.kind) < rank(than.kind)
    : candidate.priority < than.priority

export const raiseIncident = <Row extends Gravity>(
  incident: Row,
  { kind, priority }: Gravity,
): Row => (isGraver({ kind, priority }, incident) ? { ...incident, kind, priority } : incident)
