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

/** The sound of this machine, whichever hub the desk works with. */
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
  // Into a file instead of a device, for development and tests: a console at work must sound.
  const file = app.isPackaged ? undefined : process.env.NAVBATCHI_SOUND_FILE
  const words = file ? [resolve(file)] : []
  const desk = createSoundDesk({
    ...{ clock, log, desk: settings.sound ?? usualSound },
    // ALSA tells at length, each time, that a machine has no sound card.
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
