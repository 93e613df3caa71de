import type { Entry } from '../../../shared/console/events'
import { fromPrintable } from '../../../shared/dc09/printable'
import type { Sha256 } from '../../../shared/journal/chain'
import { type Instant, minute } from '../../../shared/lang/instant'

/*
 * A panel that misses an ACK repeats its frame within 5 to 60 s (ANSI/SIA DC-09-2007 C.1.3.15), and then for as long as it
 * likes. The repetition has the same receiver, prefix, account, sequence and data; only its timestamp may differ. The
 * sequence alone tells nothing: it starts again at 0001 after a power-up, and some panels never count. So an equal frame
 * may also be a second alarm: the window is short, and each repetition leaves an entry.
 */

/** How long a frame counts as a repetition: twice the longest wait of a sender, and short enough for no alarm to be lost in. */
const windowLength = 2 * minute
/** Frames remembered: beyond it the oldest are forgotten early, and a late repetition is recorded twice, not lost. */
const mostRemembered = 250_000

/** What a frame became. */
export interface Recorded {
  /** Of the first signal of the frame, or of the item of the quarantine. */
  readonly signalId: string
  /** The alarms it raised or belongs to. */
  readonly alarmIds: readonly string[]
}

interface Remembered {
  at: Instant
  /** Rejects when it was not stored. */
  recorded: Recorded | Promise<Recorded | null>
}

export interface Duplicates {
  /** What distinguishes a frame: its content without the timestamp. */
  keyOf(content: string): string
  /** What the earlier one became (null: nothing that could be named), of which this is a repetition. */
  find(key: string, now: Instant): Recorded | Promise<Recorded | null> | undefined
  /** From now on repetitions are known; forgotten when `storing` rejects. */
  remember(key: string, now: Instant, storing: Promise<readonly Entry[]>): void
  forget(key: string): void
  /** Learns from what the journal holds of before the start. */
  learn(entries: readonly Entry[], now: Instant): void
}

/** `contentOf`: the content of a frame as received (see `Frame.content`), null when it cannot be read any more. */
export function createDuplicates(sha256: Sha256, contentOf: (bytes: Uint8Array) => string | null): Duplicates {
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
      if (item === undefined) return undefined
      // The clock was set back: without this the frame would count as a repetition until it has come forward again.
      item.at = Math.min(item.at, now)
      return item.at > now - windowLength ? item.recorded : undefined
    },
    remember(key, at, storing) {
      const recording = storing.then(recordedIn)
      const item: Remembered = { at, recorded: recording }
      add(key, item)
      recording.then(
        (recorded) => {
          if (recorded) item.recorded = recorded
        },
        () => {
          if (remembered.get(key) === item) remembered.delete(key)
        },
      )
    },
    forget: (key) => void remembered.delete(key),
    learn(entries, now) {
      for (const [at, entry] of entries.entries()) {
        const bytes = acknowledgedFrame(entry)
        const content = bytes && contentOf(bytes)
        // Instants in the future are of a clock that has been set right since.
        if (content !== null && 'signalId' in entry.data)
          add(sha256(content), {
            at: Math.min(entry.at, now),
            recorded: namesOf(entry.data.signalId, entries.slice(at, at + 2)),
          })
      }
    },
  }
}

const recordedIn = (entries: readonly Entry[]): Recorded | null => {
  const first = entries.find((entry) => 'signalId' in entry.data)
  return first && 'signalId' in first.data ? namesOf(first.data.signalId, entries) : null
}

const namesOf = (signalId: string, entries: readonly Entry[]): Recorded => ({
  signalId,
  alarmIds: entries.flatMap(({ type, data }) =>
    type === 'alarm-raised' || type === 'alarm-signal-added' || type === 'alarm-reception-added' ? [data.alarmId] : [],
  ),
})

/** How far back `learn` needs to be told. */
export const duplicateWindow = windowLength

/** The frame of an entry that was acknowledged; null for other entries. */
function acknowledgedFrame(entry: Entry): Uint8Array | null {
  const acknowledged =
    entry.type === 'signal-received' ||
    (entry.type === 'signal-quarantined' &&
      (entry.data.reason === 'unknown-account' || entry.data.reason === 'unreadable-data'))
  if (!acknowledged || !entry.data.channel.startsWith('dc09')) return null
  return fromPrintable(entry.data.frame)
}
