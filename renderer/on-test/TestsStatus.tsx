import { useTranslation } from 'react-i18next'
import { openDialog } from '../console/console-changes'
import { usePorts } from '../console/console-context'
import { StatusItem } from '../console/StatusItem'
import { showTestsAction } from './test-actions'
import { useAllTests } from './tests'

export function TestsStatus() {
  const { t } = useTranslation()
  const ports = usePorts()
  const n = useAllTests().length
  return (
    <StatusItem
      tone={n > 0 ? 'note' : 'quiet'}
      keys={showTestsAction.keys}
      onClick={() => openDialog(ports, { kind: 'tests', testId: null })}
    >
      {n > 0 ? t('app:status.tests', { n }) : t('app:status.tests-none')}
    </StatusItem>
  )
}
