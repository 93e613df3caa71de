import { useTranslation } from 'react-i18next'
import type { Fold } from '../../shared/triage/ledger'
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
import { nextFoldAction } from './fold-actions'
import { sayCounts, sayFold, sayPlace, sayRestored, sayState } from './fold-words'
import { heldRows, standingRows } from './ledger'
import '../ui/ledger-row.css'
import './ledger.css'

/**
 * What is kept out of the queue, below it: by rules, a row for each, with how much, by which rule
 * and since when; above those, what features add. It is there only while there is something in it,
 * and then it cannot be scrolled out of sight.
 */
export function Ledger() {
  const { t, i18n } = useTranslation()
  const folds = useConsole((data) => data.room.folds)
  const selected = useConsole((data) =>
    data.selection?.kind === 'fold' ? data.selection.foldId : null,
  )
  const rows = [...standingRows(folds), ...useEnding().folds]
  const held = heldRows(folds, useNow())
  const others = useLedgerParts()
  // What ends here stands at the hub until it has heard of it.
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
            <KeyCap keys={nextFoldAction.keys} />
          </>
        ) : null}
      </header>
      <ul className="ledger__rows">
        {others.map(({ place, Part }) => (
          <Part key={place} />
        ))}
        {rows.map((fold) => (
          <FoldRow key={fold.id} fold={fold} selected={fold.id === selected} />
        ))}
        {held.map((fold) => (
          <HeldRow key={fold.id} fold={fold} />
        ))}
      </ul>
    </section>
  )
}

function FoldRow({ fold, selected }: { fold: Fold; selected: boolean }) {
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
        title={sayFold(words, fold, sites)}
        onClick={() => selectOnly(store, { kind: 'fold', foldId: fold.id })}
      >
        <span className="ledger-row__mark" aria-hidden="true">
          ≡
        </span>
        <span className="ledger-row__words">
          <span className="ledger-row__line">
            <strong className="ledger-row__what ellipsis">
              {t(`triage:title.${fold.rule}`)} · {sayPlace(t, fold, sites)}
            </strong>
            <time className="ledger-row__since">
              {t('incidents:since', { time: wallMinute(fold.since) })}
            </time>
          </span>
          <span className="ledger-row__line">
            <strong className="ledger-row__counts ellipsis">
              {t('triage:folded-short', sayCounts(words, fold))}
            </strong>
            <span className="ledger-row__age">{duration(now - fold.since)}</span>
          </span>
          <span className="ledger-row__line ledger-row__line--small">
            <span className="ellipsis">
              {t('triage:rule-short', { rule: t(`triage:rule.${fold.rule}`) })} ·{' '}
              {sayRestored(words, fold)}
            </span>
            <PendingMark row={{ row: 'fold', foldId: fold.id }} short />
            <Chip tone={fold.phase === 'open' ? 'accent' : 'quiet'}>{sayState(t, fold)}</Chip>
          </span>
        </span>
      </button>
    </li>
  )
}

function HeldRow({ fold }: { fold: Extract<Fold, { phase: 'unfolded' }> }) {
  const { t } = useTranslation()
  const sites = useConsole((data) => data.room.sites)
  const said = t('triage:held', {
    rule: t(`triage:rule.${fold.rule}`),
    place: sayPlace(t, fold, sites),
    time: wallMinute(fold.heldUntil),
    by: fold.unfoldedBy,
  })
  return (
    <li className="fold-held ellipsis" title={said}>
      <PendingMark row={{ row: 'fold', foldId: fold.id }} short /> {said}
    </li>
  )
}
