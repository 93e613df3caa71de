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
import { receiverLinks } from './receiver-links'
import './links-dialog.css'

/** The receivers the hub listens to, and whether each is heard. */
export function LinksDialog() {
  const { t } = useTranslation()
  const { close } = useDialog()
  const links = receiverLinks(useConsole((data) => data.room.links))
  const now = useNow()
  return (
    <Dialog
      title={t('links:title')}
      width="wide"
      onClose={close}
      footer={<DialogFoot leave="close" onLeave={close} />}
    >
      {links.length === 0 ? (
        <EmptyState text={t('links:none')} hint={t('links:none-hint')} />
      ) : null}
      <ul className="links">
        {links.map(({ linkId, name, lost, since, detail }) => (
          <li key={linkId} className="links__row">
            <Chip tone={lost ? 'bad' : 'good'}>
              {t(lost ? 'links:state-lost' : 'links:state-heard')}
            </Chip>
            <strong className="links__name">{name}</strong>
            <span>
              {t('links:since', { time: wallMoment(since, now), age: duration(now - since) })}
            </span>
            {detail ? (
              <p className="links__detail selectable">{sayDetail(t, detail) ?? detail}</p>
            ) : null}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
