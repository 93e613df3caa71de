import { useTranslation } from 'react-i18next'
import type { Bundle } from '../../shared/triage/ledger'
import { useConsole, usePorts } from '../console/console-context'
import { useEnding } from '../console/ending'
import { useLedgerParts } from '../console/feature-parts'
import { sayNumber } from '../console/figures'
import { useNow } from '../console/now'
import { PendingMark } from '../console/PendingChip'
import { selectOnly } from '../console/selection'
import { duration, wallMinute } from '../console/time'
import { Chip } from '../ui/Chip'
import { KeyCap } from '../ui/KeyCap'
import { nextBundleAction } from './bundle-actions'
import { sayBundle, sayCounts, sayPlace, sayRestored, sayState } from './bundle-words'
import { heldRows, standingRows } from './ledger'
import '../ui/ledger-row.css'
import './ledger.css'

/**
 * What is kept out of the queue, shown below it: one row per rule with count, rule and start, and
 * above those the rows of features. It exists only while it has rows, and then it cannot be
 * scrolled out of sight.
 */
export function Ledger() {
  const { t, i18n } = useTranslation()
  const bundles = useConsole((data) => data.room.bundles)
  const selected = useConsole((data) =>
    data.selection?.kind === 'bundle' ? data.selection.bundleId : null,
  )
  const rows = [...standingRows(bundles), ...useEnding().bundles]
  const held = heldRows(bundles, useNow())
  const others = useLedgerParts()
  // Something ended here stands at the hub until the hub hears of it.
  const otherStands = useConsole(({ room, hubRoom }) =>
    others.some(({ stands }) => stands(room) || stands(hubRoom)),
  )
  if (rows.length + held.length === 0 && !otherStands) return null
  const alarms = rows.reduce((sum, { siteCount }) => sum + siteCount, 0)
  return (
    <section className="ledger" aria-label={t('triage:ledger')}>
      <header className="ledger__head">
        <h2 className="ellipsis">{t('triage:ledger')}</h2>
        {rows.length > 0 ? (
          <>
            <span className="ledger__count">
              {t('triage:alarms')} <strong>{sayNumber(i18n.language, alarms)}</strong>
            </span>
            <KeyCap keys={nextBundleAction.keys} />
          </>
        ) : null}
      </header>
      <ul className="ledger__rows">
        {others.map(({ place, Part }) => (
          <Part key={place} />
        ))}
        {rows.map((bundle) => (
          <BundleRow key={bundle.id} bundle={bundle} selected={bundle.id === selected} />
        ))}
        {held.map((bundle) => (
          <HeldRow key={bundle.id} bundle={bundle} />
        ))}
      </ul>
    </section>
  )
}

function BundleRow({ bundle, selected }: { bundle: Bundle; selected: boolean }) {
  const words = useTranslation()
  const { store } = usePorts()
  const sites = useConsole((data) => data.room.sites)
  const now = useNow()
  const { t } = words
  return (
    <li>
      <button
        type="button"
        className={selected ? 'ledger-row ledger-row--selected' : 'ledger-row'}
        aria-pressed={selected}
        title={sayBundle(words, bundle, sites)}
        onClick={() => selectOnly(store, { kind: 'bundle', bundleId: bundle.id })}
      >
        <span className="ledger-row__mark" aria-hidden="true">
          ≡
        </span>
        <span className="ledger-row__words">
          <span className="ledger-row__line">
            <strong className="ledger-row__what ellipsis">
              {t(`triage:title.${bundle.rule}`)} · {sayPlace(t, bundle, sites)}
            </strong>
            <time className="ledger-row__since">
              {t('incidents:since', { time: wallMinute(bundle.since) })}
            </time>
          </span>
          <span className="ledger-row__line">
            <strong className="ledger-row__counts ellipsis">
              {t('triage:bundled-short', sayCounts(words, bundle))}
            </strong>
            <span className="ledger-row__age">{duration(now - bundle.since)}</span>
          </span>
          <span className="ledger-row__line ledger-row__line--small">
            <span className="ellipsis">
              {t('triage:rule-short', { rule: t(`triage:rule.${bundle.rule}`) })} ·{' '}
              {sayRestored(words, bundle)}
            </span>
            <PendingMark row={{ row: 'bundle', bundleId: bundle.id }} short />
            <Chip tone={bundle.phase === 'open' ? 'accent' : 'quiet'}>{sayState(t, bundle)}</Chip>
          </span>
        </span>
      </button>
    </li>
  )
}

function HeldRow({ bundle }: { bundle: Extract<Bundle, { phase: 'unbundled' }> }) {
  const { t } = useTranslation()
  const sites = useConsole((data) => data.room.sites)
  const said = t('triage:held', {
    rule: t(`triage:rule.${bundle.rule}`),
    place: sayPlace(t, bundle, sites),
    time: wallMinute(bundle.heldUntil),
    by: bundle.unbundledBy,
  })
  return (
    <li className="bundle-held ellipsis" title={said}>
      <PendingMark row={{ row: 'bundle', bundleId: bundle.id }} short /> {said}
    </li>
  )
}
