import { useTranslation } from 'react-i18next'
import { openDialog } from '../console/console-changes'
import { useConsole, usePorts } from '../console/console-context'
import { StatusItem } from '../console/StatusItem'
import { lostFirst } from './receiver-lines'
import { showReceiverLinesAction } from './show-receiver-lines-action'

export function ReceiversStatus() {
  const { t } = useTranslation()
  const ports = usePorts()
  const receiverLines = lostFirst(useConsole((data) => data.room.receiverLines))
  if (receiverLines.length === 0) return null
  const n = receiverLines.filter(({ lost }) => lost).length
  return (
    <StatusItem
      tone={n > 0 ? 'bad' : 'quiet'}
      keys={showReceiverLinesAction.keys}
      onClick={() => openDialog(ports, { kind: 'receiver-lines' })}
    >
      {n > 0
        ? t('app:status.receiver-lines-lost', { n, all: receiverLines.length })
        : t('app:status.receiver-lines', { n: receiverLines.length })}
    </StatusItem>
  )
}
