import { useTranslation } from 'react-i18next'
import { useConsole } from '../console/console-context'
import { sayDetail } from '../console/detail-words'
import { useNow } from '../console/now'
import { duration, wallTime } from '../console/time'
import '../console/link-banner.css'
import { lostFirst } from './receiver-lines'

/** More lost receivers than this share one line: the room below must stay readable. */
const told = 2

export function ReceiverBanner() {
  const { t } = useTranslation()
  const live = useConsole((data) => data.mode === 'live')
  const lost = lostFirst(useConsole((data) => data.room.receiverLines)).filter(
    (receiverLine) => receiverLine.lost,
  )
  const now = useNow()
  const [first] = lost
  if (!live || !first) return null
  const since = (at: number) => ({ time: wallTime(at), age: duration(now - at) })
  if (lost.length > told)
    return (
      <div className="link-banner" role="alert">
        <strong>{t('receiver-lines:lost-many', { n: lost.length, ...since(first.since) })}</strong>
        <span>{t('receiver-lines:lost-text')}</span>
        <span className="link-banner__detail">{lost.map(({ name }) => name).join(', ')}</span>
      </div>
    )
  return lost.map(({ linkId, name, detail, since: at }) => (
    <div key={linkId} className="link-banner" role="alert">
      <strong>{t('receiver-lines:lost', { name, ...since(at) })}</strong>
      <span>{t('receiver-lines:lost-text')}</span>
      {detail ? (
        <span className="link-banner__detail selectable">{sayDetail(t, detail) ?? detail}</span>
      ) : null}
    </div>
  ))
}
