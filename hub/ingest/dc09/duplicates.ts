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
/**
 * Frames remembered, some 200 bytes each: enough for 1,600 a second to be known for the minute in which nearly all are
 * repeated. Beyond it the oldest are forgotten early, and a late repetition is recorded twice, not lost.
 */
const mostRemembered = 100_000

/** What a frame became. */
export interface Recorded {
  /** Of the first signal of the frame, or of the item of the quarantine. */
  readonly signalId: string
  /** The alarms it raised or belongs to. */
  readonly alarmIds: readonly string[]
}

interface UnderWay {
  readonly at: Instant
  /** Rejects when it was not stored. */
  readonly recording: Promise<Recorded | null>
}

/** What is stored, in one text: `at|signalId|alarmId|alarmId…`, less than half the memory of objects. */
type Stored = string

const pack = (at: Instant, { signalId, alarmIds }: Recorded): Stored => [at, signalId, ...alarmIds].join('|')

function unpack(stored: Stored): { readonly at: Instant; readonly recorded: Recorded } {
  const [at, signalId = '', ...alarmIds] = stored.split('|')
  return { at: Number(at), recorded: { signalId, alarmIds } }
}

const instantOf = (item: UnderWay | Stored): Instant =>
  typeof item === 'string' ? Number(item.slice(0, item.indexOf('|'))) : item.at

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
  const remembered = new Map<string, UnderWay | Stored>()

  const forgetOld = (now: Instant) => {
    for (const [key, item] of remembered) {
      if (remembered.size <= mostRemembered && instantOf(item) > now - windowLength) return
      remembered.delete(key)
    }
  }
  const add = (key: string, at: Instant, item: UnderWay | Stored) => {
    forgetOld(at)
    remembered.delete(key)
    remembered.set(key, item)
  }
  const addStored = (key: string, at: Instant, recorded: Recorded) => add(key, at, pack(at, recorded))
  /** The clock was set back: without this the frame would count as a repetition until it has come forward again. */
  const setBack = (key: string, item: UnderWay | Stored, now: Instant) =>
    remembered.set(key, typeof item === 'string' ? pack(now, unpack(item).recorded) : { ...item, at: now })

  return {
    keyOf: sha256,
    find(key, now) {
      const item = remembered.get(key)
      if (item === undefined) return undefined
      const at = instantOf(item)
      if (at > now) setBack(key, item, now)
      if (at <= now - windowLength) return undefined
      return typeof item === 'string' ? unpack(item).recorded : item.recording
    },
    remember(key, at, storing) {
      const recording = storing.then(recordedIn)
      const item: UnderWay = { at, recording }
      add(key, at, item)
      recording.then(
        (recorded) => {
          const now = remembered.get(key)
          if (recorded && typeof now === 'object' && now.recording === recording)
            remembered.set(key, pack(now.at, recorded))
        },
        () => {
          const now = remembered.get(key)
          if (typeof now === 'object' && now.recording === recording) remembered.delete(key)
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
          addStored(sha256(content), Math.min(entry.at, now), namesOf(entry.data.signalId, entries.slice(at, at + 2)))
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
