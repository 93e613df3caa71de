import { useTranslation } from 'react-i18next'
import type { Fold } from '../../shared/triage/ledger'
import { ActionButton } from '../console/ActionButton'
import { useConsole, usePorts } from '../console/console-context'
import { useNow } from '../console/now'
import { PendingMark } from '../console/PendingChip'
import { selectOnly } from '../console/selection'
import { duration, wallMinute } from '../console/time'
import { Chip } from '../ui/Chip'
import { EmptyState } from '../ui/EmptyState'
import { FoldedAlarmList } from './FoldedAlarmList'
import { closeFoldAction, lookInsideAction, unfoldAction } from './fold-actions'
import { sayFold, sayPlace, sayRestored, sayState } from './fold-words'
import './fold-card.css'

/**
 * A row of the ledger in full: what it holds and by which rule, and the three things that can be
 * done with it.
 */
export function FoldCard({ foldId }: { foldId: string }) {
  const words = useTranslation()
  const { store } = usePorts()
  const fold = useConsole((data) => data.room.folds.get(foldId))
  const sites = useConsole((data) => data.room.sites)
  const { t } = words
  if (!fold) return <EmptyState text={t('triage:gone')} />
  return (
    <>
      <FoldHead fold={fold} />
      <div className="fold-card__about">
        <p className="fold-card__said">{sayFold(words, fold, sites)}</p>
        <p>{sayRestored(words, fold)}</p>
        <p className="fold-card__rule">{t(`triage:about.${fold.rule}`)}</p>
        <div className="fold-card__buttons">
          <ActionButton action={unfoldAction} reasonVisible />
          <ActionButton action={closeFoldAction} />
          <ActionButton action={lookInsideAction} />
        </div>
      </div>
      <div className="fold-card__inside">
        <FoldedAlarmList
          foldId={foldId}
          onShow={(alarmId) => selectOnly(store, { kind: 'alarm', alarmId })}
        />
      </div>
    </>
  )
}

function FoldHead({ fold }: { fold: Fold }) {
  const { t } = useTranslation()
  const sites = useConsole((data) => data.room.sites)
  const now = useNow()
  return (
    <header className="fold-head">
      <div className="fold-head__what">
        <h2>{t(`triage:title.${fold.rule}`)}</h2>
        <p className="fold-head__place">{sayPlace(t, fold, sites)}</p>
        <Chip tone={fold.phase === 'open' ? 'accent' : 'plain'}>{sayState(t, fold)}</Chip>{' '}
        <PendingMark row={{ row: 'fold', foldId: fold.id }} />
      </div>
      <p className="fold-head__age">
        <span>{duration(now - fold.since)}</span>
        <small>{t('incidents:since', { time: wallMinute(fold.since) })}</small>
      </p>
    </header>
  )
}
