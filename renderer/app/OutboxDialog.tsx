import { useTranslation } from 'react-i18next'
import type { PendingCommand } from '../../shared/ipc/contract'
import { sentence } from '../../shared/lang/decision'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { EmptyState } from '../ui/EmptyState'
import { notify } from './console-changes'
import { useConsole, usePorts } from './console-context'
import { useNow } from './now'
import { duration, wallTime } from './time'
import { useDialog } from './use-dialog'
import './outbox-dialog.css'

/** Commands that wait for the hub: what, since when, and the chance to take one back before it is sent. */
export function OutboxDialog() {
  const { t } = useTranslation()
  const { close } = useDialog()
  const pending = useConsole((data) => data.pending)
  return (
    <Dialog title={t('outbox:title')} onClose={close} footer={<Button onClick={close}>{t('app:close')}</Button>}>
      <p className="outbox__about">{t('outbox:about')}</p>
      {pending.length === 0 ? <EmptyState text={t('outbox:empty')} /> : null}
      <ol className="outbox">
        {pending.map((command) => (
          <PendingRow key={command.commandId} command={command} />
        ))}
      </ol>
    </Dialog>
  )
}

function PendingRow({ command: { commandId, type, issuedAt } }: { command: PendingCommand }) {
  const { t } = useTranslation()
  const ports = usePorts()
  const offset = useConsole((data) => data.clockOffset)
  const now = useNow()
  const withdraw = async () => {
    const withdrawn = await ports.bridge.ask('withdraw-command', { commandId })
    if (!withdrawn) notify(ports, 'notice', sentence('too-late', 'Too late: the hub has answered already'))
  }
  // Issued by this machine's clock; shown in the room's time like every other instant on screen.
  const issued = issuedAt + offset
  return (
    <li className="outbox__row">
      <time>{wallTime(issued)}</time>
      <strong>{t(`actions:command.${type}`, { defaultValue: type })}</strong>
      <span className="outbox__age">{t('outbox:waiting', { age: duration(now - issued) })}</span>
      <Button onClick={() => void withdraw()}>{t('outbox:withdraw')}</Button>
    </li>
  )
}
