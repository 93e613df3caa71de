import type { Instant } from '../../../shared/lang/instant'
import { detail } from '../../../shared/signals/detail-codes'
import { type Admitted, type Refused, undeciphered } from './admission'
import type { SealedMark, SealedMemory } from './sealed-memory'

export interface Sighted<Judged extends Admitted | Refused = Admitted | Refused> {
  readonly judged: Judged
  /** Null when the frame is not to be remembered. */
  readonly mark: SealedMark | null
  /**
   * The frame is word for word what came a moment ago. It is no sign of life and no second event.
   */
  readonly same: boolean
}

/**
 * Refuses an encrypted frame that repeats a body under a different header. This is decided after
 * deciphering, and the figures count it like a wrong key. Under another number or line the message
 * is acknowledged again, since what it says is stored; under another token or behind other blocks
 * it gets no answer. Anybody can replay a message that is accepted outside the time window: that is
 * what `staleTime` allows.
 */
export function refuseReplays(
  judged: Admitted | Refused,
  memory: SealedMemory,
  now: Instant,
): Sighted {
  const sealed = judged.sealed ?? null
  if (sealed === null || (judged.outcome === 'admitted' && judged.stale))
    return { judged, mark: null, same: false }
  if (judged.outcome === 'refused' && judged.answer === 'silence')
    return { judged, mark: null, same: false }
  const mark = memory.markOf(sealed)
  const sight = memory.look(mark, now)
  if (sight === 'new') return { judged, mark, same: false }
  if (sight === 'same' || (sight === 'again' && judged.outcome === 'refused'))
    return { judged, mark, same: true }
  const bytes = judged.outcome === 'admitted' ? judged.bytes : judged.item.bytes
  const item = { reason: 'replayed', detail: detail(sight), bytes, account: mark.account } as const
  const answer = sight === 'again' ? 'ack' : 'silence'
  return {
    judged: { ...undeciphered(answer, judged.frame, item), sealed, cipher: judged.cipher },
    mark: sight === 'again' ? mark : null,
    same: true,
  }
}
