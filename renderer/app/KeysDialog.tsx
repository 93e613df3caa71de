import { useTranslation } from 'react-i18next'
import { closeDialog } from '../console/console-changes'
import { useConsole, usePorts } from '../console/console-context'
import { useActions } from '../console/feature-parts'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { KeyCap } from '../ui/KeyCap'
import './keys-dialog.css'

/** Every action and its keys, read from the same list the keyboard obeys. */
export function KeysDialog() {
  const { t } = useTranslation()
  const ports = usePorts()
  const mode = useConsole((data) => data.mode)
  const close = () => closeDialog(ports)
  return (
    <Dialog
      title={t('app:keys-title')}
      width="wide"
      onClose={close}
      footer={<Button onClick={close}>{t('app:close')}</Button>}
    >
      <dl className="keys-dialog">
        {useActions(mode).map(({ id, keys }) => (
          <div key={id} className="keys-dialog__row">
            <dt>
              {keys.split(',').map((alternative) => (
                <KeyCap key={alternative} keys={alternative} />
              ))}
            </dt>
            <dd>{t(`actions:${id}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
