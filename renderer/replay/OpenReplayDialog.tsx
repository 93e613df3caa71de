import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReplaySpan } from '../../shared/ipc/contract'
import { because } from '../../shared/lang/decision'
import { saidOf } from '../../shared/lang/said-error'
import { notify } from '../console/console-changes'
import { usePorts } from '../console/console-context'
import { DialogFoot } from '../console/DialogFoot'
import { SpanFields } from '../console/SpanFields'
import { wallDate, wallTime } from '../console/time'
import { useDialog } from '../console/use-dialog'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { EmptyState } from '../ui/EmptyState'
import { focusFirstButton } from '../ui/focus-first-button'
import { lastOf, usualSpans, within } from './spans'
import './open-replay.css'

/** The main process's answer about what is recorded. */
type Recorded = 'asking' | 'unknown' | ReplaySpan | null

const when = (at: number) => `${wallDate(at).date} ${wallTime(at)}`

/** Which part of the past to watch: one press for a usual span, two fields for any other. */
export function OpenReplayDialog() {
  const { t } = useTranslation()
  const { bridge } = usePorts()
  const { close } = useDialog()
  const [recorded, setRecorded] = useState<Recorded>('asking')
  useEffect(() => {
    bridge.ask('replay-span', {}).then(setRecorded, () => setRecorded('unknown'))
  }, [bridge])
  return (
    <Dialog
      title={t('replay:open.title')}
      onClose={close}
      footer={<DialogFoot leave="back" onLeave={close} />}
    >
      <p className="open-replay__about">{t('replay:open.about')}</p>
      {recorded === 'asking' ? <EmptyState text={t('replay:open.asking')} /> : null}
      {recorded === 'unknown' ? <EmptyState text={t('replay:open.unknown')} /> : null}
      {recorded === null ? <EmptyState text={t('replay:open.nothing')} /> : null}
      {recorded !== null && typeof recorded === 'object' ? (
        <ChooseSpan recorded={recorded} />
      ) : null}
    </Dialog>
  )
}

function ChooseSpan({ recorded }: { recorded: ReplaySpan }) {
  const { t } = useTranslation()
  const ports = usePorts()
  const { done } = useDialog()
  const open = (span: ReplaySpan) => {
    done()
    ports.bridge.ask('open-replay', { from: span.from, to: span.to }).catch((error: unknown) => {
      notify(
        ports,
        'refused',
        because('replay-not-opened', 'The replay could not be opened: {reason}', saidOf(error)),
      )
    })
  }
  return (
    <div className="dialog__stack">
      <p>{t('replay:open.recorded', { from: when(recorded.from), to: when(recorded.to) })}</p>
      <div className="open-replay__usual" ref={focusFirstButton}>
        {usualSpans.map(({ id, length }) => (
          <Button
            key={id}
            tone={id === 'quarter' ? 'primary' : 'plain'}
            onClick={() => open(lastOf(recorded, length))}
          >
            {t(`replay:open.usual.${id}`)}
          </Button>
        ))}
      </div>
      <OwnSpan recorded={recorded} onSpan={open} />
    </div>
  )
}

function OwnSpan({
  recorded,
  onSpan,
}: {
  recorded: ReplaySpan
  onSpan: (span: ReplaySpan) => void
}) {
  const { t } = useTranslation()
  return (
    <div className="open-replay__own">
      <SpanFields usual={lastOf(recorded, usualSpans[1].length)}>
        {(wished) => {
          const span = wished && within(recorded, wished)
          return (
            <Button
              disabledReason={span ? null : t('replay:open.not-recorded')}
              onClick={() => span && onSpan(span)}
            >
              {t('replay:open.submit')}
            </Button>
          )
        }}
      </SpanFields>
    </div>
  )
}
