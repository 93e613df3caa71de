import { type Refusal, sentence } from '../../shared/lang/decision'
import { minute, second } from '../../shared/lang/instant'
import { speeds } from '../../shared/timeline/replay-timeline'
import type { PlaybackState, Timeline } from '../../shared/timeline/timeline'
import type { Action } from '../console/action'
import { playbackOf } from './playback'

type Change = (timeline: Timeline, state: PlaybackState) => void

const onlyInReplay = (mode: 'live' | 'replay'): Refusal | null =>
  mode === 'replay'
    ? null
    : sentence('not-a-replay', 'This is the live room; only a replay can be played')

const replayAction = (id: string, keys: string, change: Change, repeats = false): Action => ({
  id,
  keys,
  group: 'replay',
  repeats,
  only: 'replay',
  refusal: ({ mode }) => onlyInReplay(mode),
  perform({ ports: { timeline } }) {
    if (timeline) change(timeline, playbackOf(timeline))
  },
})

const seekBy =
  (ms: number): Change =>
  (timeline, { at }) =>
    void timeline.seek(at + ms).catch(() => {
      // The feed reports a past that cannot be fetched.
    })

const speedBy =
  (steps: 1 | -1): Change =>
  (timeline, { speed }) => {
    const next = speeds[(speeds as readonly number[]).indexOf(speed) + steps]
    if (next !== undefined) timeline.setSpeed(next)
  }

export const playAction = replayAction('replay-play', 'space', (timeline, { playing }) =>
  playing ? timeline.pause() : timeline.play(),
)
export const backAction = replayAction('replay-back', 'left', seekBy(-10 * second), true)
export const forwardAction = replayAction('replay-forward', 'right', seekBy(10 * second), true)
export const backMinuteAction = replayAction(
  'replay-back-minute',
  'shift+left',
  seekBy(-minute),
  true,
)
export const forwardMinuteAction = replayAction(
  'replay-forward-minute',
  'shift+right',
  seekBy(minute),
  true,
)
export const slowerAction = replayAction('replay-slower', 'comma', speedBy(-1), true)
export const fasterAction = replayAction('replay-faster', 'period', speedBy(1), true)

/** What a replay can do that the live room cannot, in the order of the key list. */
export const replayActions: readonly Action[] = [
  playAction,
  backAction,
  forwardAction,
  backMinuteAction,
  forwardMinuteAction,
  slowerAction,
  fasterAction,
]
