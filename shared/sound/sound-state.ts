import type { DeskSound } from './desk-sound'
import type { Voice } from './voices'

/** What a test of the sound showed, and what it was for. */
export interface SoundTest {
  readonly at: number
  readonly why: 'sign-in' | 'key'
  /** Null when the device took the sound, or why it did not, in the system's words. */
  readonly failed: string | null
}

/** How the sound of a desk stands. */
export interface SoundState {
  readonly device: 'starting' | 'ready' | 'missing'
  /** Which device, or why there is none, in the system's words. */
  readonly text: string
  readonly desk: DeskSound
  readonly test: SoundTest | null
  /** What sounds now or rests between two rounds; null in silence. */
  readonly voice: Voice | null
}

export const noSoundYet: Omit<SoundState, 'desk'> = {
  device: 'starting',
  text: '',
  test: null,
  voice: null,
}
