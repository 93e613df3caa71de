import type { Instant } from '../../../shared/lang/instant'
import { detail } from '../../../shared/signals/detail-codes'
import { type Admitted, type Refused, undeciphered } from './admission'
import type { SealedMark, SealedMemory } from './sealed-memory'

/** A judgement, with what an encrypted frame is remembered by. */
export interface Sighted<Judged extends Admitted | Refused = Admitted | Refused> {
  readonly judged: Judged
  /** Null when it is to be forgotten. */
  readonly mark: SealedMark | null
  /** It is word for word what came a moment ago: it shows no life, and is no second event. */
  readonly same: boolean
}

/**
 * Refuses what an encrypted frame repeats under a header that is not its own. That comes after
 * deciphering, and what it refuses is answered like a wrong key. A message outside the time window
 * that is taken all the same can be played again by anybody: that is what `staleTime` means.
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
