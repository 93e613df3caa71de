import { useTranslation } from 'react-i18next'
import { useConsole } from '../console/console-context'
import { DialogFoot } from '../console/DialogFoot'
import { sayDetail } from '../console/detail-words'
import { useNow } from '../console/now'
import { duration, wallMoment } from '../console/time'
import { useDialog } from '../console/use-dialog'
import { Chip } from '../ui/Chip'
import { Dialog } from '../ui/Dialog'
import { EmptyState } from '../ui/EmptyState'
import { lostFirst } from './receiver-lines'
import './receiver-lines-dialog.css'

export function ReceiverLinesDialog() {
  const { t } = useTranslation()
  const { close } = useDialog()
  const receiverLines = lostFirst(useConsole((data) => data.room.receiverLines))
  const now = useNow()
  return (
    <Dialog
      title={t('receiver-lines:title')}
      width="wide"
      onClose={close}
      footer={<DialogFoot leave="close" onLeave={close} />}
    >
      {receiverLines.length === 0 ? (
        <EmptyState text={t('receiver-lines:none')} hint={t('receiver-lines:none-hint')} />
      ) : null}
      <ul className="receiver-lines">
        {receiverLines.map(({ linkId, name, lost, since, detail }) => (
          <li key={linkId} className="receiver-lines__row">
            <Chip tone={lost ? 'bad' : 'good'}>
              {t(lost ? 'receiver-lines:state-lost' : 'receiver-lines:state-heard')}
            </Chip>
            <strong className="receiver-lines__name">{name}</strong>
            <span>
              {t('receiver-lines:since', {
                time: wallMoment(since, now),
                age: duration(now - since),
              })}
            </span>
            {detail ? (
              <p className="receiver-lines__detail selectable">{sayDetail(t, detail) ?? detail}</p>
            ) : null}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
