import { useTranslation } from 'react-i18next'
import type { Bundle } from '../../shared/triage/ledger'
import { ActionButton } from '../console/ActionButton'
import { useConsole, usePorts } from '../console/console-context'
import { useNow } from '../console/now'
import { PendingMark } from '../console/PendingChip'
import { selectOnly } from '../console/selection'
import { duration, wallMinute } from '../console/time'
import { Chip } from '../ui/Chip'
import { EmptyState } from '../ui/EmptyState'
import { BundledAlarmList } from './BundledAlarmList'
import { closeBundleAction, lookInsideAction, unbundleAction } from './bundle-actions'
import { sayBundle, sayPlace, sayRestored, sayState } from './bundle-words'
import './bundle-card.css'

/** A ledger row in full: its contents, its rule, and the three things that can be done with it. */
export function BundleCard({ bundleId }: { bundleId: string }) {
  const words = useTranslation()
  const { store } = usePorts()
  const bundle = useConsole((data) => data.room.bundles.get(bundleId))
  const sites = useConsole((data) => data.room.sites)
  const { t } = words
  if (!bundle) return <EmptyState text={t('triage:gone')} />
  return (
    <>
      <BundleHead bundle={bundle} />
      <div className="bundle-card__about">
        <p className="bundle-card__said">{sayBundle(words, bundle, sites)}</p>
        <p>{sayRestored(words, bundle)}</p>
        <p className="bundle-card__rule">{t(`triage:about.${bundle.rule}`)}</p>
        <div className="bundle-card__buttons">
          <ActionButton action={unbundleAction} reasonVisible />
          <ActionButton action={closeBundleAction} />
          <ActionButton action={lookInsideAction} />
        </div>
      </div>
      <div className="bundle-card__inside">
        <BundledAlarmList
          bundleId={bundleId}
          onShow={(alarmId) => selectOnly(store, { kind: 'alarm', alarmId })}
        />
      </div>
    </>
  )
}

function BundleHead({ bundle }: { bundle: Bundle }) {
  const { t } = useTranslation()
  const sites = useConsole((data) => data.room.sites)
  const now = useNow()
  return (
    <header className="bundle-head">
      <div className="bundle-head__what">
        <h2>{t(`triage:title.${bundle.rule}`)}</h2>
        <p className="bundle-head__place">{sayPlace(t, bundle, sites)}</p>
        <Chip tone={bundle.phase === 'open' ? 'accent' : 'plain'}>{sayState(t, bundle)}</Chip>{' '}
        <PendingMark row={{ row: 'bundle', bundleId: bundle.id }} />
      </div>
      <p className="bundle-head__age">
        <span>{duration(now - bundle.since)}</span>
        <small>{t('incidents:since', { time: wallMinute(bundle.since) })}</small>
      </p>
    </header>
  )
}
