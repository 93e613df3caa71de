import { useTranslation } from 'react-i18next'
import type { RawSignal } from '../../shared/signals/raw-query'
import { listed } from '../../shared/text/isolated'
import { CopyButton } from '../console/CopyButton'
import { useConsole } from '../console/console-context'
import { DialogFoot } from '../console/DialogFoot'
import { useNow } from '../console/now'
import { sayPath } from '../console/path-words'
import { wallMoment } from '../console/time'
import { useDialog } from '../console/use-dialog'
import { useRecords } from '../console/use-records'
import { Dialog } from '../ui/Dialog'
import { hexLines } from './raw-bytes'
import './raw-signals.css'

/** As many as anybody looks at; the journal has all. */
const shown = 20

/**
 * What the panel and the receiver really sent, newest first: for an officer who doubts the console.
 */
export function RawSignalsDialog({ siteId }: { siteId: string }) {
  const { t } = useTranslation()
  const { close } = useDialog()
  const site = useConsole((data) => data.room.sites.get(siteId)?.name ?? '')
  const since = useConsole((data) => data.room.signalCount)
  const { phase, rows } = useRecords('raw-signals', { siteId, limit: shown }, since)
  return (
    <Dialog
      title={t('signals:raw.title', { site })}
      onClose={close}
      width="wide"
      footer={<DialogFoot leave="close" onLeave={close} />}
    >
      {phase === 'failed' ? <p>{t('records:unknown')}</p> : null}
      {phase === 'found' && rows.length === 0 ? <p>{t('signals:raw.none')}</p> : null}
      <ol className="raw-signals">
        {rows.map((row) => (
          <Raw key={row.seq} row={row} />
        ))}
      </ol>
    </Dialog>
  )
}

function Raw({ row }: { row: RawSignal }) {
  const { t } = useTranslation()
  const now = useNow()
  const { at, channel, source, account, code, frame, seq } = row
  const hex = hexLines(frame)
  const came = listed(
    [sayPath(t, `${channel} ${source}`), t('signals:account', { account })],
    ' · ',
  )
  return (
    <li className="raw-signals__one">
      <p className="raw-signals__head" title={t('signals:entry', { seq })}>
        <strong>{wallMoment(at, now)}</strong> <code>{code}</code> <span>{came}</span>
        {frame ? <CopyButton text={frame} /> : null}
      </p>
      {frame ? <pre className="raw-signals__bytes selectable">{frame}</pre> : null}
      {hex ? <pre className="raw-signals__bytes selectable">{hex}</pre> : null}
      {frame ? null : <p className="raw-signals__none">{t('signals:raw.own')}</p>}
    </li>
  )
}
