import { clockTime } from '../lang/clock-time'
import { agree, type Decision, type Params } from '../lang/decision'
import type { Instant } from '../lang/instant'
import type { Actor } from './actor'

/**
 * Who first did what is now asked for again. Older rooms kept only the name, so `id` may be
 * missing.
 */
export interface First {
  readonly id: string | undefined
  readonly name: string
  readonly at: Instant
}

interface Said {
  readonly code: string
  readonly text: string
  readonly params?: Params
}

/**
 * Agrees when the thing is already done. The answer names another person, but never suggests that
 * somebody else was faster when it was the same person at this or another desk.
 */
export function agreeFirst(
  asker: Actor,
  { id, name, at }: First,
  { code, text, params }: Said,
): Decision<never> {
  if (id === asker.id)
    return agree('done-by-you', 'You did this already, at {at}', { at: clockTime(at) })
  return agree(code, text, { ...params, by: name, at: clockTime(at) })
}
