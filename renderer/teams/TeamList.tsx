import { useTranslation } from 'react-i18next'
import { EmptyState } from '../ui/EmptyState'
import { Panel } from '../ui/Panel'

export function TeamList() {
  const { t } = useTranslation()
  return (
    <Panel title={t('app:panel.teams')}>
      <EmptyState text="–" />
    </Panel>
  )
}
