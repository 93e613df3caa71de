import { useTranslation } from 'react-i18next'
import { openDialog } from '../console/console-changes'
import { useConsole, usePorts } from '../console/console-context'
import { StatusItem } from '../console/StatusItem'
import { receiverLinks } from './receiver-links'
import { showLinksAction } from './show-links-action'

/**
 * The receivers the hub listens to; nothing where there are none, which is what most units have.
 */
export function ReceiversStatus() {
  const { t } = useTranslation()
  const ports = usePorts()
  const links = receiverLinks(useConsole((data) => data.room.links))
  if (links.length === 0) return null
  const n = links.filter(({ lost }) => lost).length
  return (
    <StatusItem
      tone={n > 0 ? 'bad' : 'quiet'}
      keys={showLinksAction.keys}
      onClick={() => openDialog(ports, { kind: 'links' })}
    >
      {n > 0
        ? t('app:status.links-lost', { n, all: links.length })
        : t('app:status.links', { n: links.length })}
    </StatusItem>
  )
}
