import { upcast } from '../console/events'
import { evolve } from '../console/evolve'
import { type Room, type RoomJson, roomFromJson } from '../console/room'
import type { AnyEntry } from '../journal/entry'
import type { Instant } from '../lang/instant'
import type { Position } from '../teams/position'
import type { Clock } from './clock-port'
import type { Frame, PlaybackState, Timeline } from './timeline'

/** Where a replay gets its past from: nearest snapshot plus tail for an instant, then what followed, page by page. */
export interface ReplaySource {
  frameAt(at: Instant): Promise<{ readonly room: RoomJson; readonly positions: readonly Position[] }>
  page(
    afterSeq: number,
    afterAt: Instant,
    until: Instant,
  ): Promise<{ readonly entries: readonly AnyEntry[]; readonly positions: readonly Position[]; readonly more: boolean }>
}

/** Between frames, ms: ten a second is smooth for cars at 60 × and leaves the screen time to draw. */
const frameInterval = 100
/** 0.25 × to 240 ×. */
export const speeds = [0.25, 0.5, 1, 2, 4, 8, 15, 30, 60, 120, 240] as const

type Fixes = ReadonlyMap<string, Position>
const withFixes = (before: Iterable<readonly [string, Position]>, fixes: readonly Position[]): Fixes =>
  new Map([...before, ...fixes.map((fix) => [fix.teamId, fix] as const)])

/**
 * Plays a recorded span. Time moves by elapsed × speed of the clock given, never by index; the next step is taken only
 * when the frame before is on screen. Only what is needed for the next step is held: the past itself stays outside.
 */
export function createReplayTimeline(
  source: ReplaySource,
  clock: Clock,
  span: { readonly from: Instant; readonly to: Instant },
): Timeline {
  const frames = new Set<(frame: Frame) => Promise<void>>()
  const listeners = new Set<(state: PlaybackState) => void>()
  let state: PlaybackState = { at: span.from, playing: false, speed: 1, seeking: true }
  let room: Room | null = null
  let positions: Fixes = new Map()
  let cancelTimer = () => {}
  let closed = false
  // A seek makes every step that is still under way out of date.
  let generation = 0
  // The generation of the step under way, if one is: it goes on by itself, and two at once would fold entries twice.
  let stepping: number | null = null

  const change = (part: Partial<PlaybackState>) => {
    state = { ...state, ...part }
    for (const listener of listeners) listener(state)
  }
  const show = async () => {
    const frame: Frame | null = room && { at: state.at, room, positions }
    if (frame) await Promise.all([...frames].map((listener) => listener(frame)))
  }

  async function load(to: Instant): Promise<void> {
    generation += 1
    const mine = generation
    cancelTimer()
    change({ at: to, seeking: true })
    const past = await source.frameAt(to)
    if (mine !== generation || closed) return
    room = roomFromJson(past.room)
    positions = withFixes([], past.positions)
    change({ at: to, seeking: false })
    await show()
    if (mine === generation && state.playing) schedule()
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
    stepping = mine
    await advance(to, mine).finally(() => {
      if (stepping === mine) stepping = null
    })
    if (mine !== generation || closed) return
    if (state.at >= span.to) change({ playing: false })
    if (state.playing) schedule()
  }

  async function advance(to: Instant, mine: number): Promise<void> {
    let from = state.at
    for (;;) {
      if (!room) return
      const page = await source.page(room.seq, from, to)
      if (mine !== generation || closed) return
      for (const entry of page.entries) room = evolve(room, upcast(entry))
      if (page.positions.length > 0) {
        positions = withFixes(positions, page.positions)
        from = page.positions.at(-1)?.at ?? from
      }
      if (!page.more) break
    }
    change({ at: to })
    await show()
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
      // Playing at the end begins again: the only useful meaning of the key there.
      const atEnd = state.at >= span.to
      change({ playing: true })
      if (atEnd) void load(span.from)
      else if (!state.seeking && stepping !== generation) schedule()
    },
    // A seek or a step under way is finished and shown: the instant on the bar and the room on screen stay one.
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
