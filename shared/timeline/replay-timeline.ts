import type { AnyEntry } from '../journal/entry'
import type { Instant } from '../lang/instant'
import { upcast } from '../room/events'
import { evolve } from '../room/evolve'
import type { Room } from '../room/room'
import type { Position } from '../teams/position'
import type { Clock } from './clock-port'
import type { Frame, PlaybackState, Timeline } from './timeline'

/**
 * Where a replay gets its past: the nearest snapshot and the tail for an instant, then what
 * followed, page by page. When it rejects, playback stops at the last frame shown; the source tells
 * the screen why.
 */
export interface ReplaySource {
  frameAt(at: Instant): Promise<{ readonly room: Room; readonly positions: readonly Position[] }>
  page(
    afterSeq: number,
    afterAt: Instant,
    until: Instant,
  ): Promise<{
    readonly entries: readonly AnyEntry[]
    readonly positions: readonly Position[]
    readonly more: boolean
  }>
}

/**
 * ms between frames: ten a second is smooth for cars at 60 × and leaves the screen time to draw.
 */
const frameInterval = 100
export const speeds = [0.25, 0.5, 1, 2, 4, 8, 15, 30, 60, 120, 240] as const

const withFixes = (
  before: Iterable<readonly [string, Position]>,
  fixes: readonly Position[],
): Frame['positions'] => new Map([...before, ...fixes.map((fix) => [fix.teamId, fix] as const)])

/** Makes the frame at `to` from an earlier one and from what happened in between. */
async function frameAfter(before: Frame, source: ReplaySource, to: Instant): Promise<Frame> {
  let { at: from, room, positions } = before
  for (;;) {
    const page = await source.page(room.seq, from, to)
    for (const entry of page.entries) room = evolve(room, upcast(entry))
    if (page.positions.length > 0) {
      positions = withFixes(positions, page.positions)
      from = page.positions.at(-1)?.at ?? from
    }
    if (!page.more) return { at: to, room, positions }
  }
}

/**
 * Plays a recorded span. Time moves by elapsed × speed of the given clock, never by index, and the
 * next step waits until the last frame is on screen. It holds only what the next step needs; the
 * past itself stays outside.
 */
export function createReplayTimeline(
  source: ReplaySource,
  clock: Clock,
  span: { readonly from: Instant; readonly to: Instant },
): Timeline {
  const frames = new Set<(frame: Frame) => Promise<void>>()
  const listeners = new Set<(state: PlaybackState) => void>()
  let state: PlaybackState = { at: span.from, playing: false, speed: 1, seeking: true }
  // The last frame loaded or stepped to: on screen, or about to be.
  let frame: Frame | null = null
  let cancelTimer = () => {}
  let closed = false
  // A seek invalidates every step still under way.
  let generation = 0
  // The generation whose seek or step is under way. It continues by itself, without a timer.
  let busy: number | null = null

  const change = (part: Partial<PlaybackState>) => {
    state = { ...state, ...part }
    for (const listener of listeners) listener(state)
  }
  const show = async (next: Frame) => {
    frame = next
    change({ at: next.at, seeking: false })
    await Promise.all([...frames].map((listener) => listener(next)))
  }
  const isStale = (mine: number) => mine !== generation || closed
  const fail = (mine: number) => {
    if (isStale(mine)) return
    busy = null
    change({ at: frame?.at ?? state.at, playing: false, seeking: false })
  }

  async function load(to: Instant): Promise<void> {
    generation += 1
    const mine = generation
    cancelTimer()
    busy = mine
    change({ at: to, seeking: true })
    try {
      const past = await source.frameAt(to)
      if (isStale(mine)) return
      await show({
        at: to,
        room: past.room,
        positions: withFixes([], past.positions),
      })
    } catch (error) {
      fail(mine)
      throw error
    }
    goOn(mine)
  }

  function schedule(): void {
    const mine = generation
    const before = clock.now()
    cancelTimer = clock.after(frameInterval, () => {
      const to = Math.min(span.to, state.at + (clock.now() - before) * state.speed)
      void step(to, mine)
    })
  }

  async function step(to: Instant, mine: number): Promise<void> {
    if (!frame) return
    busy = mine
    try {
      const next = await frameAfter(frame, source, to)
      if (!isStale(mine)) await show(next)
    } catch {
      fail(mine)
    }
    goOn(mine)
  }

  function goOn(mine: number): void {
    if (isStale(mine)) return
    busy = null
    if (state.at >= span.to) change({ playing: false })
    if (state.playing) schedule()
  }

  return {
    can: { pause: true, seek: true, speed: true },
    span,
    onFrame(listener) {
      frames.add(listener)
      return () => void frames.delete(listener)
    },
    onState(listener) {
      listeners.add(listener)
      listener(state)
      return () => void listeners.delete(listener)
    },
    play() {
      if (state.playing) return
      // Play at the end starts over: the only useful meaning of the key there.
      const atEnd = state.at >= span.to
      change({ playing: true })
      if (busy === generation) return
      // A source that cannot be read reports it itself.
      if (atEnd || !frame) load(atEnd ? span.from : state.at).catch(() => {})
      else schedule()
    },
    // Finishes a seek or step under way, so that the bar and the room show the same instant.
    pause() {
      cancelTimer()
      change({ playing: false })
    },
    seek: (to) => load(Math.min(span.to, Math.max(span.from, to))),
    setSpeed: (speed) => change({ speed }),
    close() {
      closed = true
      generation += 1
      cancelTimer()
      frames.clear()
      listeners.clear()
    },
  }
}
