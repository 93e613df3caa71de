import { useTranslation } from 'react-i18next'
import { EmptyState } from '../ui/EmptyState'
import { useConsole } from './console-context'

export function Gone() {
  const { t } = useTranslation()
  const replay = useConsole((data) => data.mode === 'replay')
  return (
    <EmptyState
      text={t('incidents:gone')}
      hint={t(replay ? 'incidents:gone-replay' : 'incidents:gone-hint')}
    />
  )
}
