import type { Feature } from '../console/feature'
import { OpenReplayDialog } from './OpenReplayDialog'
import { openReplayAction } from './open-replay-action'
import { replayActions } from './replay-actions'

declare module '../console/dialog-subjects' {
  interface DialogSubjects {
    'open-replay': object
  }
}

export const replayFeature: Feature = {
  actions: [...replayActions, openReplayAction],
  dialogs: { 'open-replay': () => <OpenReplayDialog /> },
}
