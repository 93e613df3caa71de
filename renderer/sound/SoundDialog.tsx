import { useTranslation } from 'react-i18next'
import { ActionButton } from '../console/ActionButton'
import { useDialog } from '../console/use-dialog'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { SoundSettings } from './SoundSettings'
import { testSoundAction } from './test-sound-action'

export function SoundDialog() {
  const { t } = useTranslation()
  const { close } = useDialog()
  return (
    <Dialog
      title={t('sound:title')}
      onClose={close}
      footer={
        <>
          <ActionButton action={testSoundAction} />
          <Button onClick={close}>{t('app:close')}</Button>
        </>
      }
    >
      <SoundSettings />
    </Dialog>
  )
}
