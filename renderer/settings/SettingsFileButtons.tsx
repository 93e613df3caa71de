import { useTranslation } from 'react-i18next'
import { usePorts } from '../console/console-context'
import { Button } from '../ui/Button'
import { carrySettings } from './change-settings'

/** All settings to one file, or from one: set up one desk and carry its settings to the others. */
export function SettingsFileButtons() {
  const { t } = useTranslation()
  const ports = usePorts()
  return (
    <>
      <Button onClick={() => void carrySettings(ports, 'export-settings')}>
        {t('settings:export')}
      </Button>
      <Button onClick={() => void carrySettings(ports, 'import-settings')}>
        {t('settings:import')}
      </Button>
    </>
  )
}
