import type { Feature } from '../console/feature'
import { lossHeardAction } from './loss-heard-action'
import { SoundDialog } from './SoundDialog'
import { SoundStatus } from './SoundStatus'
import { showSoundAction } from './show-sound-action'
import { testSoundAction } from './test-sound-action'

declare module '../console/dialog-subjects' {
  interface DialogSubjects {
    sound: object
  }
}

/** What a desk can be heard by. The sounds themselves are made outside the window. */
export const soundFeature: Feature = {
  actions: [showSoundAction, testSoundAction, lossHeardAction],
  dialogs: { sound: () => <SoundDialog /> },
  status: [{ place: 28, Part: SoundStatus }],
}
