import { useTranslation } from 'react-i18next'
import type { QuarantineRow } from '../../shared/console/room'
import { useConsole } from '../app/console-context'
import { wallDate, wallTime } from '../app/time'
import { useDialog } from '../app/use-dialog'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { EmptyState } from '../ui/EmptyState'
import './quarantine-dialog.css'

/** What was received and could not be read, or belongs to nobody known: kept with its bytes, never thrown away. */
export function QuarantineDialog() {
  const { t } = useTranslation()
  const { close } = useDialog()
  const { count, newest } = useConsole((data) => data.room.quarantine)
  return (
    <Dialog
      title={t('signals:quarantine.title')}
      width="wide"
      onClose={close}
      footer={
        <Button onClick={close} keys="escape">
          {t('app:close')}
        </Button>
      }
    >
      <p className="quarantine__about">
        {t('signals:quarantine.about')} {t('signals:quarantine.shown', { shown: newest.length, all: count })}
      </p>
      {newest.length === 0 ? <EmptyState text={t('signals:quarantine.empty')} /> : null}
      <ol className="quarantine">
        {newest.map((row) => (
          <Quarantined key={row.seq} row={row} />
        ))}
      </ol>
    </Dialog>
  )
}

function Quarantined({ row }: { row: QuarantineRow }) {
  const { t } = useTranslation()
  return (
    <li className="quarantine__row">
      <p className="quarantine__head">
        <time>
          {wallDate(row.at).date} {wallTime(row.at)}
        </time>
        <strong>{t(`signals:reason.${row.reason}`)}</strong>
        {row.account ? <span>{t('signals:account', { account: row.account })}</span> : null}
        <span className="quarantine__source">
          {row.source} · {row.channel}
        </span>
      </p>
      <p className="quarantine__detail">{row.detail}</p>
      <pre className="quarantine__frame selectable">{row.frame}</pre>
    </li>
  )
}
