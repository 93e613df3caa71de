import { ActionButton } from '../console/ActionButton'
import type { Feature } from '../console/feature'
import { SettingsDialog } from './SettingsDialog'
import { showSettingsAction } from './show-settings-action'

declare module '../console/dialog-subjects' {
  interface DialogSubjects {
    settings: object
  }
}

export const settingsFeature: Feature = {
  actions: [showSettingsAction],
  dialogs: { settings: () => <SettingsDialog /> },
  topBar: [{ place: 35, Part: SettingsButton }],
}

function SettingsButton() {
  return <ActionButton action={showSettingsAction} tone="quiet" />
}
