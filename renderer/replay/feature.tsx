import { ActionButton } from '../console/ActionButton'
import { useConsole } from '../console/console-context'
import type { Feature } from '../console/feature'
import { OpenReplayDialog } from './OpenReplayDialog'
import { openReplayAction } from './open-replay-action'
import { ReplayBar } from './ReplayBar'
import { replayActions } from './replay-actions'
import { replayPart } from './replay-part'

declare module '../console/dialog-subjects' {
  interface DialogSubjects {
    'open-replay': object
  }
}

export const replayFeature: Feature = {
  actions: [...replayActions, openReplayAction],
  dialogs: { 'open-replay': () => <OpenReplayDialog /> },
  panels: [{ region: 'bar', place: 10, Part: Bar }],
  states: [replayPart],
  topBar: [{ place: 30, Part: Open }],
}

const useMode = () => useConsole((data) => data.mode)

function Bar() {
  return useMode() === 'replay' ? <ReplayBar /> : null
}

function Open() {
  return useMode() === 'live' ? <ActionButton action={openReplayAction} tone="quiet" /> : null
}
