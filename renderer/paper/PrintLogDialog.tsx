import { useTranslation } from 'react-i18next'
import { hour } from '../../shared/lang/instant'
import type { Print } from '../../shared/paper/paper'
import { useConsole, usePorts } from '../console/console-context'
import { DialogFoot } from '../console/DialogFoot'
import { type Span, SpanFields } from '../console/SpanFields'
import { useDialog } from '../console/use-dialog'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { writePaper } from './write-paper'

const shift = 12 * hour

/** Which part of the log, and as what. It begins with the shift that ends now. */
export function PrintLogDialog() {
  const { t } = useTranslation()
  const ports = usePorts()
  const { close, done } = useDialog()
  const now = useConsole(({ clockOffset }) => ports.now() + clockOffset)
  const write = (span: Span, format: Print['format']) => {
    done()
    void writePaper(ports, { paper: { kind: 'log', ...span }, format })
  }
  return (
    <Dialog
      title={t('paper:log.title')}
      onClose={close}
      footer={<DialogFoot leave="back" onLeave={close} />}
    >
      <div className="dialog__stack">
        <p>{t('paper:log.ask')}</p>
        <SpanFields usual={{ from: now - shift, to: now }}>
          {(given) => {
            const span = given && given.from <= given.to ? given : null
            const disabledReason = span ? null : t('paper:log.no-span')
            return (
              <>
                <Button
                  tone="primary"
                  disabledReason={disabledReason}
                  onClick={() => span && write(span, 'pdf')}
                >
                  {t('paper:log.as-pdf')}
                </Button>
                <Button disabledReason={disabledReason} onClick={() => span && write(span, 'csv')}>
                  {t('paper:log.as-csv')}
                </Button>
              </>
            )
          }}
        </SpanFields>
      </div>
    </Dialog>
  )
}
