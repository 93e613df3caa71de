import { useTranslation } from 'react-i18next'
import { openDialog } from '../console/console-changes'
import { useConsole, usePorts } from '../console/console-context'
import { StatusItem } from '../console/StatusItem'
import { showOutboxAction } from './show-outbox-action'

export function OutboxStatus() {
  const { t } = useTranslation()
  const ports = usePorts()
  const live = useConsole((data) => data.mode === 'live')
  const count = useConsole(
    (data) => data.pending.filter(({ state }) => state !== 'under-way').length,
  )
  if (!live) return null
  return (
    <StatusItem
      tone={count > 0 ? 'warn' : 'quiet'}
      keys={showOutboxAction.keys}
      onClick={() => openDialog(ports, { kind: 'outbox' })}
    >
      {count > 0 ? t('app:status.outbox', { count }) : t('app:status.outbox-empty')}
    </StatusItem>
  )
}
