import { upcast } from '../../shared/console/events'
import { evolve } from '../../shared/console/evolve'
import { type Room, roomFromJson } from '../../shared/console/room'
import type { Attached, LinkState } from '../../shared/ipc/contract'
import type { AnyEntry } from '../../shared/journal/entry'
import type { Position, Positions } from '../../shared/teams/position'
import type { ConsolePorts } from './console-context'
import { followSelection } from './follow-selection'
import type { Frames } from './frames'
import { saySettled } from './send-command'

/** Pause before asking again when the main process could not answer (ms): it may be opening its journal. */
const attachAgainAfter = 500

/**
 * What asks nothing of anybody is drawn ten times a second, not with every frame (ms): a hundred signals a second would
 * keep the window busy with its own drawing when an alarm comes.
 */
const backgroundEvery = 100
const background: ReadonlySet<string> = new Set(['signal-received', 'signal-repeated', 'alarm-signal-added'])

interface Waiting {
  entries: AnyEntry[]
  positions: Position[]
}
const nothing = (): Waiting => ({ entries: [], positions: [] })

/**
 * Feeds the store from the main process: attaches for the whole room, then folds what is pushed, at most once a frame, and what nobody waits for more rarely.
 * A gap in the numbers or a `reset` attaches again. Returns what ends it.
 */
export function startLiveFeed(ports: ConsolePorts, frames: Frames): () => void {
  const { bridge, store } = ports
  let phase: 'attaching' | 'following' | 'ended' = 'attaching'
  let waiting = nothing()
  let cancel = () => {}
  let foldedThisFrame = false
  let scheduled: 'now' | 'soon' | null = null
  // A room attached for an earlier question must not overwrite one attached for a later one.
  let question = 0

  const wake = (when: 'now' | 'soon') => {
    if (scheduled === 'now' || scheduled === when || phase !== 'following') return
    cancel()
    scheduled = when
    cancel = when === 'now' ? frames.next(flush) : frames.after(backgroundEvery, flush)
  }

  /** What somebody waits for is folded as it comes, in time for the frame that is next; only once a frame, also in a storm. */
  const hurry = () => {
    if (phase !== 'following' || foldedThisFrame) return wake('now')
    foldedThisFrame = true
    frames.next(() => {
      foldedThisFrame = false
    })
    cancel()
    flush()
  }

  const flush = () => {
    scheduled = null
    const { entries, positions } = waiting
    waiting = nothing()
    const before = store.getState()
    try {
      const room = foldNext(before.room, entries)
      if (room === 'gap') return attach()
      const selection = followSelection(before.selection, room)
      store.setState({ room, selection, positions: newest(before.positions, positions) })
    } catch (error) {
      // What this version cannot fold would show a wrong room: it stops, and says so.
      fail(error)
    }
  }

  const fail = (error: unknown) => {
    stop()
    const text = error instanceof Error ? error.message : String(error)
    store.setState({ link: { phase: 'failed', since: ports.now(), text } })
  }

  const attach = () => {
    question += 1
    const mine = question
    phase = 'attaching'
    bridge.ask('attach', {}).then(
      (attached) => {
        if (mine !== question || phase === 'ended') return
        store.setState(dataOf(attached))
        phase = 'following'
        wake('now')
      },
      () => {
        if (mine === question && phase !== 'ended') cancel = frames.after(attachAgainAfter, attach)
      },
    )
  }

  const subscriptions = [
    bridge.on('entries', (entries) => {
      waiting.entries.push(...entries)
      if (entries.every(({ type }) => background.has(type))) wake('soon')
      else hurry()
    }),
    bridge.on('positions', (positions) => {
      waiting.positions.push(...positions)
      wake('soon')
    }),
    bridge.on('reset', () => {
      waiting = nothing()
      attach()
    }),
    bridge.on('link', (link: LinkState) => store.setState({ link })),
    bridge.on('pending', (pending) => store.setState({ pending })),
    bridge.on('settled', (settled) => saySettled(ports, settled)),
    bridge.on('beacon', (beacon) => store.setState({ beacon })),
    bridge.on('local-journal', (localJournal) => store.setState({ localJournal })),
    bridge.on('clock', ({ offset }) => store.setState({ clockOffset: offset })),
  ]
  const stop = () => {
    phase = 'ended'
    cancel()
    for (const unsubscribe of subscriptions) unsubscribe()
  }
  attach()
  return stop
}

/** The room after the entries that follow it; those it has already are passed over. */
function foldNext(room: Room, entries: readonly AnyEntry[]): Room | 'gap' {
  let next = room
  for (const entry of entries) {
    if (entry.seq <= next.seq) continue
    if (entry.seq !== next.seq + 1) return 'gap'
    next = evolve(next, upcast(entry))
  }
  return next
}

/** The newest fix of each team; the same map when nothing is newer, so that nothing is drawn for it. */
function newest(before: Positions, fixes: readonly Position[]): Positions {
  const newer = fixes.filter((fix) => fix.at > (before.get(fix.teamId)?.at ?? Number.NEGATIVE_INFINITY))
  if (newer.length === 0) return before
  const next = new Map(before)
  for (const fix of newer)
    if (fix.at > (next.get(fix.teamId)?.at ?? Number.NEGATIVE_INFINITY)) next.set(fix.teamId, fix)
  // A later fix of one team in the same batch has replaced the earlier one.
  return next
}

const dataOf = ({ room, positions, ...rest }: Attached) => ({
  ...rest,
  room: roomFromJson(room),
  positions: new Map(positions.map((position) => [position.teamId, position])),
})
