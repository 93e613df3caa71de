import type { DeskSound } from './desk-sound'
import type { Voice } from './voices'

export interface SoundTest {
  readonly at: number
  readonly why: 'sign-in' | 'key'
  /** Null when the device accepted the sound; otherwise why not, in the system's words. */
  readonly failed: string | null
}

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
