import { resolve } from 'node:path'
import { app } from 'electron'
import { usualSound } from '../../../shared/sound/desk-sound'
import type { SoundState } from '../../../shared/sound/sound-state'
import type { Clock } from '../../../shared/timeline/clock-port'
import type { Log } from '../log'
import type { Settings } from '../settings'
import { startUtility } from '../utility'
import { type Conductor, createConductor } from './conductor'
import { createSoundDesk, type SoundDesk } from './sound-desk'
import soundPath from './sound-process?modulePath'

/** The machine's sound, independent of the hub in use. */
export function openSound({
  clock,
  log,
  settings,
  onState,
}: {
  readonly clock: Clock
  readonly log: Log
  readonly settings: Settings
  readonly onState: (state: SoundState) => void
}): { readonly desk: SoundDesk; readonly conductor: Conductor; stop(): Promise<void> } {
  // For development and tests, sound can go to a file. A console at work must sound.
  const file = app.isPackaged ? undefined : process.env.NAVBATCHI_SOUND_FILE
  const words = file ? [resolve(file)] : []
  const desk = createSoundDesk({
    ...{ clock, log, desk: settings.sound ?? usualSound },
    // ALSA reports a missing sound card at length, every time.
    start: () => startUtility(soundPath, 'Navbatchi sound', words, /^ALSA lib /),
    onState,
  })
  const conductor = createConductor(clock, desk)
  return {
    ...{ desk, conductor },
    stop() {
      conductor.stop()
      return desk.stop()
    },
  }
}
