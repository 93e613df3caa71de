import { useTranslation } from 'react-i18next'
import type { Alarm } from '../../shared/alarms/alarm'
import { useConsole, usePorts } from '../console/console-context'
import { selectOnly } from '../console/selection'
import { Button } from '../ui/Button'
import { sayPlace } from './fold-words'
import './fold-card.css'

/** Says on the card of a folded alarm that it does not stand in the queue, and leads to its row. */
export function FoldNote({ alarm }: { alarm: Alarm }) {
  const { t } = useTranslation()
  const { store } = usePorts()
  const fold = useConsole((data) => data.room.folds.get(alarm.foldId ?? ''))
  const sites = useConsole((data) => data.room.sites)
  if (!fold) return null
  return (
    <div className="fold-note">
      <p>
        {t('triage:note', { rule: t(`triage:rule.${fold.rule}`), place: sayPlace(t, fold, sites) })}
      </p>
      <Button onClick={() => selectOnly(store, { kind: 'fold', foldId: fold.id })}>
        {t('triage:note-row')}
      </Button>
    </div>
  )
}
