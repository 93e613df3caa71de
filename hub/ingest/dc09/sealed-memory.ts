import { cipherBlock } from '../../../shared/dc09/cipher'
import { decodeFrame } from '../../../shared/dc09/decode-frame'
import type { Frame } from '../../../shared/dc09/frame'
import { lenient } from '../../../shared/dc09/tolerances'
import type { Sha256 } from '../../../shared/journal/chain'
import type { Instant } from '../../../shared/lang/instant'
import type { Entry } from '../../../shared/room/events'
import { acknowledgedFrame, duplicateWindow } from './duplicates'

/*
 * The header of an encrypted frame is in clear and nothing binds it to the cipher text, so a
 * recorded message can be sent again under another sequence, line, token or account as long as its
 * time is in the window. Its last block makes a message known: with CBC it depends on all blocks
 * before it, two messages with the same one are the same message, and whoever has no key must take
 * the end of a recorded message to show a time.
 */

export interface SealedMark {
  /** Its last block. */
  readonly tail: string
  /** The hash of all of it. */
  readonly hash: string
  readonly header: string
  readonly token: string
  readonly account: string
}

/**
 * `new`: never seen · `same`: the same frame, as a sender repeats it · `again`: the same message
 * under another number or line, or a poll under another account (two panels that share a key may
 * send the same poll) · `foreign`: under another token or account · `altered`: the end of a known
 * message, behind other blocks.
 */
export type SealedSight = 'new' | 'same' | 'again' | 'foreign' | 'altered'

/**
 * Some 300 bytes each. Only complete messages are remembered, so that no stranger can push others
 * out.
 */
const mostRemembered = 100_000

/** How long a cipher text is remembered: twice the time window. */
const memory = duplicateWindow

interface Seen extends SealedMark {
  readonly at: Instant
  /** When its frame is stored; null once it is. Rejects when the frame was not stored. */
  durable: Promise<unknown> | null
}

/** Cipher texts of the last minutes, of all accounts. */
export function createSealedMemory(sha256: Sha256) {
  /** In order of arrival. */
  const seen = new Map<string, Seen>()

  const forgetOld = (now: Instant) => {
    for (const [tail, { at }] of seen) {
      // After a clock was set back, nothing is remembered for longer than the window.
      if (seen.size < mostRemembered && at > now - memory && at <= now) return
      seen.delete(tail)
    }
  }
  const put = (mark: SealedMark, at: Instant, durable: Promise<unknown> | null): Seen => {
    forgetOld(at)
    const item = { ...mark, at, durable }
    seen.delete(mark.tail)
    seen.set(mark.tail, item)
    return item
  }
  const find = ({ tail }: SealedMark, now: Instant): Seen | undefined => {
    const item = seen.get(tail)
    return item !== undefined && item.at > now - memory ? item : undefined
  }
  /** `sealed` is the frame as received. */
  const markOf = (sealed: Frame): SealedMark => {
    const hex = sealed.data.toUpperCase()
    return {
      tail: hex.slice(-2 * cipherBlock),
      hash: sha256(hex),
      header: sealed.content.slice(0, sealed.content.length - sealed.data.length),
      token: sealed.token,
      account: sealed.account ?? '',
    }
  }

  return {
    markOf,
    look(mark: SealedMark, now: Instant): SealedSight {
      const item = find(mark, now)
      if (item === undefined) return 'new'
      if (item.hash !== mark.hash) return 'altered'
      if (item.header === mark.header) return 'same'
      if (item.token !== mark.token) return 'foreign'
      return item.account === mark.account || mark.token === 'NULL' ? 'again' : 'foreign'
    },
    /**
     * From now on the mark is known; it is forgotten when `storing` rejects, so that its sender may
     * try again.
     */
    remember(mark: SealedMark, now: Instant, storing: Promise<unknown> | null): void {
      const item = put(mark, now, storing)
      storing?.then(
        () => {
          item.durable = null
        },
        () => {
          if (seen.get(mark.tail) === item) seen.delete(mark.tail)
        },
      )
    },
    /** Resolves when the frame it came in is stored. */
    durable: async (mark: SealedMark, now: Instant): Promise<void> =>
      void (await find(mark, now)?.durable),
    /** Learns from entries recorded before the start. Polls are in no journal. */
    learn(entries: readonly Entry[], now: Instant): void {
      for (const entry of entries) {
        const bytes = acknowledgedFrame(entry)
        const frame = bytes && decodeFrame(bytes, lenient)
        if (frame?.kind === 'frame' && frame.sealed)
          put(markOf(frame), Math.min(entry.at, now), null)
      }
    },
  }
}
export type SealedMemory = ReturnType<typeof createSealedMemory>
