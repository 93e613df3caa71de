import { systemActor } from '../../shared/accounts/actor'
import { mostAtOnce } from '../../shared/escalation/escalate'
import { second } from '../../shared/lang/instant'
import type { Clock } from '../../shared/timeline/clock-port'
import type { Keeper } from '../keeper/keeper-port'
import { every } from '../timing/every'
import { createWaited, type Due } from './waited'

/** Waiting is counted in steps of this many ms. */
const interval = second
/**
 * A tick this late counts as one: the machine slept, or its clock was put forward. That alone must
 * not escalate everything that waits.
 */
const longestGap = 10 * second

export interface EscalationParts {
  readonly keeper: Pick<Keeper, 'room' | 'submit'>
  readonly clock: Clock
  readonly onFault: (error: unknown) => void
}

/**
 * Escalates what waits too long, the gravest first; retries what could not be stored. Returns a
 * function that stops it.
 */
export function startEscalationDuties({ keeper, clock, onFault }: EscalationParts): () => void {
  const waited = createWaited()
  let last = clock.now()
  let busy = false
  const passed = (): number => {
    const gap = clock.now() - last
    last = clock.now()
    return gap >= 0 && gap <= longestGap ? gap : interval
  }
  const submit = async (due: readonly Due[]) => {
    busy = true
    try {
      await keeper.submit(
        { type: 'escalate', data: { due: due.slice(0, mostAtOnce) } },
        systemActor,
      )
    } catch (error) {
      onFault(error)
    } finally {
      busy = false
    }
  }
  const look = () => {
    const due = waited.tick(keeper.room(), clock.now(), passed())
    if (due.length > 0 && !busy) void submit(due)
  }
  return every(clock, interval, look)
}
