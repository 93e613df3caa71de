import type { Instant } from '../lang/instant'
import type { Room } from '../room/room'
import type { Positions } from '../teams/position'

export type Unsubscribe = () => void

export interface Frame {
  readonly at: Instant
  readonly room: Room
  readonly positions: Positions
}

export interface PlaybackState {
  readonly at: Instant
  readonly playing: boolean
  readonly speed: number
  /** True while a distant instant is being fetched. */
  readonly seeking: boolean
}

/**
 * What live and replay have in common: frames, one after another. Views can tell them apart only by
 * what a timeline says it `can` do.
 */
export interface Timeline {
  readonly can: { readonly pause: boolean; readonly seek: boolean; readonly speed: boolean }
  readonly span: { readonly from: Instant; readonly to: Instant }
  /**
   * The timeline waits for the promise, which resolves when the frame is on screen: a slow screen
   * slows playback.
   */
  onFrame(show: (frame: Frame) => Promise<void>): Unsubscribe
  onState(listener: (state: PlaybackState) => void): Unsubscribe
  play(): void
  pause(): void
  seek(to: Instant): Promise<void>
  setSpeed(factor: number): void
  close(): void
}
