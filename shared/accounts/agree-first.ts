import { clockTime } from '../lang/clock-time'
import { agree, type Decision, type Params } from '../lang/decision'
import type { Instant } from '../lang/instant'
import type { Actor } from './actor'

/**
 * Who did first what is asked for again. `id` is missing where an older room kept the name alone.
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
 * Agrees to what is so already. Another person is named; whoever did it themselves, at this desk or
 * another, is told just that, and never that somebody was faster.
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
