import { useTranslation } from 'react-i18next'
import type { Alarm } from '../../shared/alarms/alarm'
import { useConsole, usePorts } from '../console/console-context'
import { selectOnly } from '../console/selection'
import { Button } from '../ui/Button'
import { sayPlace } from './bundle-words'
import './bundle-card.css'

/** Says on a bundled alarm's card that it is not in the queue, and leads to its row. */
export function BundleNote({ alarm }: { alarm: Alarm }) {
  const { t } = useTranslation()
  const { store } = usePorts()
  const bundle = useConsole((data) => data.room.bundles.get(alarm.bundleId ?? ''))
  const sites = useConsole((data) => data.room.sites)
  if (!bundle) return null
  return (
    <div className="bundle-note">
      <p>
        {t('triage:note', {
          rule: t(`triage:rule.${bundle.rule}`),
          place: sayPlace(t, bundle, sites),
        })}
      </p>
      <Button onClick={() => selectOnly(store, { kind: 'bundle', bundleId: bundle.id })}>
        {t('triage:note-row')}
      </Button>
    </div>
  )
}
