import { useTranslation } from 'react-i18next'
import { hour, minute } from '../../shared/lang/instant'
import type { Print } from '../../shared/paper/paper'
import { useConsole, usePorts } from '../console/console-context'
import { DialogFoot } from '../console/DialogFoot'
import { useDraft } from '../console/drafts'
import { fromField, toField } from '../console/time-field'
import { useDialog } from '../console/use-dialog'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Field } from '../ui/Field'
import { writePaper } from './write-paper'

const shift = 12 * hour

/** Which part of the log, and as what. It begins with the shift that ends now. */
export function PrintLogDialog() {
  const { t } = useTranslation()
  const ports = usePorts()
  const { close, done } = useDialog()
  const now = useConsole(({ clockOffset }) => ports.now() + clockOffset)
  const [fromText, setFrom] = useDraft('from', toField(now - shift))
  const [toText, setTo] = useDraft('to', toField(now))
  const from = fromField(fromText)
  const until = fromField(toText)
  // The field says minutes; the one at the end is meant to its last second.
  const span =
    from !== null && until !== null && from <= until ? { from, to: until + minute - 1 } : null
  const write = (format: Print['format']) => {
    if (!span) return
    done()
    void writePaper(ports, { paper: { kind: 'log', ...span }, format })
  }
  const disabledReason = span ? null : t('paper:log.no-span')
  return (
    <Dialog
      title={t('paper:log.title')}
      onClose={close}
      footer={<DialogFoot leave="back" onLeave={close} />}
    >
      <div className="dialog__stack">
        <p>{t('paper:log.ask')}</p>
        <Field label={t('replay:open.from')}>
          {(ids) => (
            <input
              {...ids}
              className="input"
              value={fromText}
              onChange={(event) => setFrom(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('replay:open.to')}>
          {(ids) => (
            <input
              {...ids}
              className="input"
              value={toText}
              onChange={(event) => setTo(event.target.value)}
            />
          )}
        </Field>
        <Button tone="primary" disabledReason={disabledReason} onClick={() => write('pdf')}>
          {t('paper:log.as-pdf')}
        </Button>
        <Button disabledReason={disabledReason} onClick={() => write('csv')}>
          {t('paper:log.as-csv')}
        </Button>
      </div>
    </Dialog>
  )
}
