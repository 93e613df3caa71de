import { useEffect, useState } from 'react'
import type { PlaybackState, Timeline } from '../../shared/timeline/timeline'
import { usePorts } from '../console/console-context'

export function playbackOf(timeline: Timeline): PlaybackState {
  let state: PlaybackState = { at: timeline.span.from, playing: false, speed: 1, seeking: false }
  // A timeline tells each new listener its state at once.
  timeline.onState((now) => {
    state = now
  })()
  return state
}

export interface Replay {
  readonly timeline: Timeline
  readonly playback: PlaybackState
}

export function useReplay(): Replay | null {
  const { timeline } = usePorts()
  const [playback, setPlayback] = useState<PlaybackState | null>(null)
  useEffect(() => timeline?.onState(setPlayback), [timeline])
  return timeline && playback ? { timeline, playback } : null
}
