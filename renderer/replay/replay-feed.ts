import type { ReplaySpan } from '../../shared/ipc/contract'
import type { Clock } from '../../shared/timeline/clock-port'
import { createReplayTimeline, type ReplaySource } from '../../shared/timeline/replay-timeline'
import type { Frame, Timeline } from '../../shared/timeline/timeline'
import type { ConsolePorts } from '../console/console-ports'
import { type HeldRows, roomAtDesk } from '../console/desk-room'
import type { Frames } from '../console/frames'
import { recordingFailed } from '../console/page-says'

export interface ReplayPorts extends Pick<ConsolePorts, 'store' | 'bridge' | 'newId'> {
  /** This machine's clock, by which playback advances. */
  readonly clock: Clock
  readonly frames: Frames
}

/**
 * Feeds the store from the recording instead of the live room: same store, same screens. The
 * screen's ports get a clock that stands at the instant shown, so that ages stop while the replay
 * is paused.
 */
export function startReplayFeed(
  { store, bridge, newId, clock, frames }: ReplayPorts,
  span: ReplaySpan,
): ConsolePorts {
  let shownAt = clock.now()
  let known: HeldRows | null = null
  /** Reports it on the screen; the timeline stops by itself. */
  const fail = (error: unknown) => {
    const said = recordingFailed(error)
    store.setState({ link: { phase: 'failed', since: clock.now(), said } })
  }
  const source: ReplaySource = {
    async frameAt(at) {
      try {
        const frame = await bridge.ask('replay-frame', { at })
        const shown = await roomAtDesk(bridge, frame.room, known)
        if (shown === 'gone')
          throw new Error(`The register of sites at ${at} is not there any more`)
        known = shown.held
        return { room: shown.room, positions: frame.positions }
      } catch (error) {
        fail(error)
        throw error
      }
    },
    async page(afterSeq, afterAt, until) {
      try {
        return await bridge.ask('replay-page', { afterSeq, afterAt, until })
      } catch (error) {
        fail(error)
        throw error
      }
    },
  }
  const timeline: Timeline = createReplayTimeline(source, clock, span)
  timeline.onFrame(({ at, room, positions }: Frame) => {
    shownAt = clock.now()
    store.setState({ room, positions, clockOffset: at - shownAt, link: recorded(shownAt) })
    return painted(frames)
  })
  // The officer's settings apply in every window; for a replay, the room in this answer is empty.
  bridge
    .ask('attach', {})
    .then(({ language, settings }) => store.setState({ language, settings }), fail)
  bridge.on('settings', (settings) => store.setState({ settings }))
  timeline.seek(span.from).catch(() => {
    // `fail` has reported it.
  })
  return { store, bridge, newId, now: () => shownAt, timeline }
}

/** A replay is connected to nothing; the screen shows that by its mode. */
const recorded = (since: number) => ({ phase: 'starting', since, said: null }) as const

/**
 * Resolves when the latest change has been drawn. The timeline waits for it, so a slow screen slows
 * playback.
 */
const painted = (frames: Frames): Promise<void> =>
  new Promise((resolve) => {
    frames.next(() => frames.after(0, resolve))
  })
