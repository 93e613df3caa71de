import type { Frame } from '../../../shared/dc09/frame'
import { fromPrintable } from '../../../shared/dc09/printable'
import type { Sha256 } from '../../../shared/journal/chain'
import { type Instant, minute } from '../../../shared/lang/instant'
import type { Entry } from '../../../shared/room/events'
import { pathOf } from '../../../shared/signals/path'
import type { Channel } from '../../../shared/signals/signal'
import { type Arrived, repeats, slotOf, type Taken } from './repetition'

/*
 * A panel that misses an ACK repeats its frame within 5 to 60 s (ANSI/SIA DC-09-2007 C.1.3.15), and
 * then for as long as it likes. The repetition has the same receiver, prefix, account, sequence and
 * data; only its timestamp may differ. The sequence alone tells nothing: it starts again at 0001
 * after a power-up, and some panels never count (see repetition.ts). So an equal frame may also be
 * a second alarm: the window is short, and each repetition leaves an entry.
 */

/**
 * How long a frame counts as a repetition: twice a sender's longest wait, and too short for an
 * alarm to be lost in.
 */
const windowLength = 2 * minute
/**
 * Frame numbers remembered, some 400 bytes each: enough to know 1,600 a second for the minute in
 * which nearly all repetitions come. Beyond it the oldest are forgotten early, and a late
 * repetition is recorded twice, not lost.
 */
const mostRemembered = 100_000

export interface Recorded {
  /** The first signal of the frame, or the item of the quarantine. */
  readonly signalId: string
  /** The alarms it raised or belongs to. */
  readonly alarmIds: readonly string[]
}

interface Item extends Taken {
  at: Instant
  readonly content: string
  paths: readonly string[]
  /** Rejects when it was not stored. */
  became: Recorded | Promise<Recorded | null>
}

export interface Duplicates {
  /** What distinguishes a frame: its content without the timestamp. */
  keyOf(content: string): string
  /** What the earlier frame became that this one repeats; null when nothing of it can be named. */
  find(frame: Arrived, now: Instant): Recorded | Promise<Recorded | null> | undefined
  /** From now on repetitions of it are recognised; it is forgotten when `storing` rejects. */
  remember(frame: Arrived, now: Instant, storing: Promise<readonly Entry[]>): void
  again(frame: Arrived): void
  forget(frame: Arrived): void
  learn(entries: readonly Entry[], now: Instant): void
}

/**
 * For a panel that never counts: events of one number that are told apart. Also the paths of one
 * event.
 */
const mostOfOneNumber = 16
const mostPaths = 4

/** `frameOf` gives a frame as received, in clear, or null when it can no longer be read. */
export function createDuplicates(
  sha256: Sha256,
  frameOf: (bytes: Uint8Array) => Frame | null,
): Duplicates {
  /**
   * By slot, oldest first. The slots are in the order of their newest frame, since the hub's clock
   * gives the instants.
   */
  const remembered = new Map<string, Item[]>()
  /** While learning: the item each signal belongs to. */
  const learnt = new Map<string, Item>()

  const forgetOld = (now: Instant) => {
    for (const [slot, items] of remembered) {
      if (remembered.size <= mostRemembered && (items.at(-1)?.at ?? 0) > now - windowLength) return
      remembered.delete(slot)
    }
  }
  const add = (
    { slot, content, path, stamp }: Arrived,
    at: Instant,
    became: Item['became'],
  ): Item => {
    forgetOld(at)
    const item: Item = { content, at, stamp, paths: [path], became }
    const before = (remembered.get(slot) ?? []).filter((other) => other.at > at - windowLength)
    remembered.delete(slot)
    remembered.set(slot, [...before.slice(1 - mostOfOneNumber), item])
    return item
  }
  const drop = (slot: string, isIt: (item: Item) => boolean) => {
    const left = (remembered.get(slot) ?? []).filter((item) => !isIt(item))
    if (left.length > 0) remembered.set(slot, left)
    else remembered.delete(slot)
  }
  const addPath = (item: Item, path: string) => {
    if (!item.paths.includes(path) && item.paths.length < mostPaths)
      item.paths = [...item.paths, path]
  }
  const equalTo = ({ slot, content }: Arrived): Item | undefined =>
    remembered.get(slot)?.findLast((item) => item.content === content)

  const learnFrame = (entry: Entry, frame: Frame, { at, recorded }: Learnt) => {
    const { channel, source } = entry.data as { readonly channel: Channel; readonly source: string }
    const arrived = arrivedAs(frame, sha256(frame.content), pathOf({ channel, source }))
    const last = remembered.get(arrived.slot)?.at(-1)
    // A further event of the same frame, or the same frame after its account was attached.
    if (last?.content === arrived.content) {
      drop(arrived.slot, (item) => item === last)
      const item = add(arrived, at, recorded)
      for (const path of last.paths) addPath(item, path)
      return item
    }
    return add(arrived, at, recorded)
  }

  return {
    keyOf: sha256,
    find(frame, now) {
      const item = equalTo(frame)
      if (item === undefined) return undefined
      // The clock was set back. Without this the frame would count as a repetition until the clock
      // has caught up.
      if (item.at > now) item.at = now
      if (item.at <= now - windowLength) return undefined
      const items = remembered.get(frame.slot) ?? []
      return repeats(frame, item, items.slice(items.indexOf(item) + 1), now)
        ? item.became
        : undefined
    },
    remember(frame, at, storing) {
      learnt.clear()
      const item = add(frame, at, storing.then(recordedIn))
      Promise.resolve(item.became).then(
        (recorded) => {
          if (recorded) item.became = recorded
        },
        () => drop(frame.slot, (other) => other === item),
      )
    },
    again(frame) {
      const item = equalTo(frame)
      if (item) addPath(item, frame.path)
    },
    forget: (frame) => drop(frame.slot, ({ content }) => content === frame.content),
    learn(entries, now) {
      for (const [at, entry] of entries.entries()) {
        if (entry.type === 'signal-repeated') {
          const item = learnt.get(entry.data.signalId)
          if (item) addPath(item, pathOf(entry.data))
        }
        const bytes = acknowledgedFrame(entry)
        const frame = bytes && frameOf(bytes)
        if (frame === null || !('signalId' in entry.data)) continue
        const { signalId } = entry.data
        const recorded = namesOf(signalId, entries.slice(at, at + 2))
        // Instants in the future come from a clock that has since been set right.
        learnt.set(signalId, learnFrame(entry, frame, { at: Math.min(entry.at, now), recorded }))
      }
    },
  }
}

interface Learnt {
  readonly at: Instant
  readonly recorded: Recorded
}

/** What tells whether a frame repeats another. `content` is what `keyOf` gives. */
export const arrivedAs = (frame: Frame, content: string, path: string): Arrived => ({
  slot: slotOf(frame),
  content,
  path,
  stamp: frame.timestamp,
})

const recordedIn = (entries: readonly Entry[]): Recorded | null => {
  const first = entries.find((entry) => 'signalId' in entry.data)
  return first && 'signalId' in first.data ? namesOf(first.data.signalId, entries) : null
}

const namesOf = (signalId: string, entries: readonly Entry[]): Recorded => ({
  signalId,
  alarmIds: entries.flatMap(({ type, data }) =>
    type === 'alarm-raised' || type === 'alarm-signal-added' || type === 'alarm-reception-added'
      ? [data.alarmId]
      : [],
  ),
})

/** How far back the entries for `learn` must reach. */
export const duplicateWindow = windowLength

/** The frame of an entry that was acknowledged; null for other entries. */
export function acknowledgedFrame(entry: Entry): Uint8Array | null {
  const acknowledged =
    entry.type === 'signal-received' ||
    (entry.type === 'signal-quarantined' &&
      (entry.data.reason === 'unknown-account' || entry.data.reason === 'unreadable-data'))
  if (!acknowledged || !entry.data.channel.startsWith('dc09')) return null
  return fromPrintable(entry.data.frame)
}
