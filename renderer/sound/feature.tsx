import { useTranslation } from 'react-i18next'
import { ActionButton } from '../console/ActionButton'
import type { Feature } from '../console/feature'
import { Section } from '../ui/Section'
import { lossHeardAction } from './loss-heard-action'
import { SoundDialog } from './SoundDialog'
import { SoundSettings } from './SoundSettings'
import { SoundStatus } from './SoundStatus'
import { showSoundAction } from './show-sound-action'
import { testSoundAction } from './test-sound-action'

declare module '../console/dialog-subjects' {
  interface DialogSubjects {
    sound: object
  }
}

/** How a desk is heard. The sounds themselves are made outside the window. */
export const soundFeature: Feature = {
  actions: [showSoundAction, testSoundAction, lossHeardAction],
  dialogs: { sound: () => <SoundDialog /> },
  settings: [{ place: 10, Part: SoundPart }],
  status: [{ place: 28, Part: SoundStatus }],
}

function SoundPart() {
  const { t } = useTranslation()
  return (
    <Section title={t('sound:title')} aside={<ActionButton action={testSoundAction} />}>
      <SoundSettings />
    </Section>
  )
}
