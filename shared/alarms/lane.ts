import type { AlarmKind } from '../codes/kinds'
import { isArmedThreat } from '../plans/built-in'

/**
 * Hold-up, duress and panic: a person reports being under threat. These alarms stay in a lane of
 * their own above the queue, whatever their priority, until their incident is closed.
 */
export const inLane = (kind: AlarmKind): boolean => isArmedThreat(kind)
