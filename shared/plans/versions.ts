import type { Instant } from '../lang/instant'
import type { Room } from '../room/room'
import { builtInSteps, builtInVersion } from './built-in'
import type { PlanVersion } from './plan'
import type { PlanName } from './plan-names'
import type { PlanStep } from './steps'

type Plans = Pick<Room, 'plans'>

/** The newest published version, or null while the built-in one is in force. */
export const newestVersion = ({ plans }: Plans, id: PlanName): PlanVersion | null =>
  plans.get(id)?.versions.at(-1) ?? null

/** The number of the version in force after the entry `asOf`. */
export const versionAsOf = ({ plans }: Plans, id: PlanName, asOf: number): number =>
  plans.get(id)?.versions.findLast(({ publishedSeq }) => publishedSeq <= asOf)?.version ??
  builtInVersion

/** The steps of a version; of one the room does not know, those of the built-in version. */
export const stepsOfVersion = (
  { plans }: Plans,
  id: PlanName,
  version: number,
): readonly PlanStep[] =>
  plans.get(id)?.versions.find((one) => one.version === version)?.steps ?? builtInSteps[id]

/**
 * A plan as it is in force now, with who published it; the built-in one was published by nobody.
 */
export interface PlanInForce {
  readonly id: PlanName
  readonly version: number
  readonly steps: readonly PlanStep[]
  readonly published: { readonly at: Instant; readonly by: string; readonly byId: string } | null
}

export function planInForce(room: Plans, id: PlanName): PlanInForce {
  const newest = newestVersion(room, id)
  if (!newest) return { id, version: builtInVersion, steps: builtInSteps[id], published: null }
  const { version, steps, publishedAt: at, publishedBy: by, publishedById: byId } = newest
  return { id, version, steps, published: { at, by, byId } }
}
