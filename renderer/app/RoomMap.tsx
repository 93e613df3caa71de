import { useTranslation } from 'react-i18next'
import { EmptyState } from '../ui/EmptyState'
import { Panel } from '../ui/Panel'

export function RoomMap() {
  const { t } = useTranslation()
  return (
    <Panel title={t('app:panel.map')}>
      <EmptyState text="–" />
    </Panel>
  )
}
