import type { Entry } from '../../../shared/console/events'
import { decodeFrame } from '../../../shared/dc09/frame'
import { fromPrintable } from '../../../shared/dc09/printable'
import { strict } from '../../../shared/dc09/tolerances'
import type { Sha256 } from '../../../shared/journal/chain'
import { type Instant, minute } from '../../../shared/lang/instant'

/*
 * A panel that misses an ACK repeats its frame (DC-09: within 5 to 60 s, and then for as long as it likes). The
 * repetition has the same receiver, prefix, account, sequence and data; only its timestamp may differ. The sequence
 * alone tells nothing: it starts again at 0001 after a power-up.
 */

/** How long a frame is told from its repetition: a panel gives up or changes the path well within it. */
const windowLength = 10 * minute
/** Frames remembered: beyond it the oldest are forgotten early, and a late repetition is recorded twice, not lost. */
const mostRemembered = 250_000

interface Remembered {
  readonly at: Instant
  /** Resolves when it is durable, rejects when it was not stored. Undefined once durable. */
  storing: Promise<unknown> | undefined
}

export interface Duplicates {
  /** What distinguishes a frame: its content without the timestamp. */
  keyOf(content: string): string
  /** The earlier one of which this is a repetition. */
  find(key: string, now: Instant): { readonly storing: Promise<unknown> | undefined } | undefined
  /** From now on repetitions are known; forgotten when `storing` rejects. */
  remember(key: string, now: Instant, storing: Promise<unknown>): void
  /** Learns from what the journal holds of before the start. */
  learn(entries: readonly Entry[]): void
}

export function createDuplicates(sha256: Sha256): Duplicates {
  /** In the order of their instants, since the clock of the hub gives them. */
  const remembered = new Map<string, Remembered>()

  const forgetOld = (now: Instant) => {
    for (const [key, { at }] of remembered) {
      if (at > now - windowLength && remembered.size <= mostRemembered) return
      remembered.delete(key)
    }
  }
  const add = (key: string, item: Remembered) => {
    forgetOld(item.at)
    remembered.delete(key)
    remembered.set(key, item)
  }

  return {
    keyOf: sha256,
    find(key, now) {
      const item = remembered.get(key)
      return item && item.at > now - windowLength ? item : undefined
    },
    remember(key, at, storing) {
      const item: Remembered = { at, storing }
      add(key, item)
      storing.then(
        () => {
          item.storing = undefined
        },
        () => {
          if (remembered.get(key) === item) remembered.delete(key)
        },
      )
    },
    learn(entries) {
      for (const entry of entries) {
        const content = contentOf(entry)
        if (content !== null) add(sha256(content), { at: entry.at, storing: undefined })
      }
    },
  }
}

/** How far back `learn` needs to be told. */
export const duplicateWindow = windowLength

/** The frame of an entry that was acknowledged; null for other entries. */
function contentOf(entry: Entry): string | null {
  const acknowledged =
    entry.type === 'signal-received' ||
    (entry.type === 'signal-quarantined' &&
      (entry.data.reason === 'unknown-account' || entry.data.reason === 'unreadable-data'))
  if (!acknowledged || !entry.data.channel.startsWith('dc09')) return null
  const bytes = fromPrintable(entry.data.frame)
  const frame = bytes && decodeFrame(bytes, { ...strict, trailingNul: true })
  return frame?.kind === 'frame' ? frame.content : null
}
