import { useTranslation } from 'react-i18next'
import type { Fold } from '../../shared/triage/ledger'
import { useConsole, usePorts } from '../app/console-context'
import { sayNumber } from '../app/figures'
import { useNow } from '../app/now'
import { selectOnly } from '../app/selection'
import { duration, wallMinute } from '../app/time'
import { Chip } from '../ui/Chip'
import { KeyCap } from '../ui/KeyCap'
import { nextFoldAction } from './fold-actions'
import { sayCounts, sayFold, sayPlace, sayRestored, sayState } from './fold-words'
import { heldRows, standingRows } from './ledger'
import './ledger.css'

/**
 * What rules keep out of the queue, below it: a row for each, with how much, by which rule and since when. It is there
 * only while there is something in it, and then it cannot be scrolled out of sight.
 */
export function Ledger() {
  const { t, i18n } = useTranslation()
  const folds = useConsole((data) => data.room.folds)
  const selected = useConsole((data) => (data.selection?.kind === 'fold' ? data.selection.foldId : null))
  const rows = standingRows(folds)
  const held = heldRows(folds, useNow())
  if (rows.length + held.length === 0) return null
  const alarms = rows.reduce((sum, { siteCount }) => sum + siteCount, 0)
  return (
    <section className="ledger" aria-label={t('triage:ledger')}>
      <header className="ledger__head">
        <h2 className="ellipsis">{t('triage:ledger')}</h2>
        <span className="ledger__count">
          {t('triage:alarms')} <strong>{sayNumber(i18n.language, alarms)}</strong>
        </span>
        <KeyCap keys={nextFoldAction.keys} />
      </header>
      <ul className="ledger__rows">
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
        className={selected ? 'fold-row fold-row--selected' : 'fold-row'}
        aria-pressed={selected}
        title={sayFold(words, fold, sites)}
        onClick={() => selectOnly(store, { kind: 'fold', foldId: fold.id })}
      >
        <span className="fold-row__mark" aria-hidden="true">
          ≡
        </span>
        <span className="fold-row__words">
          <span className="fold-row__line">
            <strong className="fold-row__what ellipsis">
              {t(`triage:title.${fold.rule}`)} · {sayPlace(t, fold, sites)}
            </strong>
            <time className="fold-row__since">{t('incidents:since', { time: wallMinute(fold.since) })}</time>
          </span>
          <span className="fold-row__line">
            <strong className="fold-row__counts ellipsis">{t('triage:folded-short', sayCounts(words, fold))}</strong>
            <span className="fold-row__age">{duration(now - fold.since)}</span>
          </span>
          <span className="fold-row__line fold-row__line--small">
            <span className="ellipsis">
              {t('triage:rule-short', { rule: t(`triage:rule.${fold.rule}`) })} · {sayRestored(words, fold)}
            </span>
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
      {said}
    </li>
  )
}
