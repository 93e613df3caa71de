import { useTranslation } from 'react-i18next'
import { openDialog } from '../console/console-changes'
import { useConsole, usePorts } from '../console/console-context'
import { StatusItem } from '../console/StatusItem'
import { sayHeld, useHeld } from './held-accounts'
import { showQuarantineAction } from './show-quarantine-action'

/**
 * What unknown accounts report may be an alarm and needs somebody; unreadable items are only noted.
 */
export function QuarantineStatus() {
  const { t } = useTranslation()
  const ports = usePorts()
  const held = useHeld()
  const count = useConsole((data) => data.room.quarantine.count)
  return (
    <StatusItem
      tone={held.size > 0 ? 'warn' : count > 0 ? 'note' : 'quiet'}
      keys={showQuarantineAction.keys}
      onClick={() => openDialog(ports, { kind: 'quarantine' })}
    >
      {held.size > 0
        ? sayHeld(t, held)
        : count > 0
          ? t('app:status.quarantine', { n: count })
          : t('app:status.quarantine-none')}
    </StatusItem>
  )
}
