import { useTranslation } from 'react-i18next'
import { EmptyState } from '../ui/EmptyState'
import { Panel } from '../ui/Panel'

export function IncidentPanel() {
  const { t } = useTranslation()
  return (
    <Panel title={t('app:panel.incident')}>
      <EmptyState text="–" />
    </Panel>
  )
}
