import { useTranslation } from 'react-i18next'
import { useConsole, usePorts } from '../console/console-context'
import { DialogFoot } from '../console/DialogFoot'
import { selectOnly } from '../console/selection'
import { useDialog } from '../console/use-dialog'
import { Dialog } from '../ui/Dialog'
import { FoldedAlarmList } from './FoldedAlarmList'
import { sayFold, sayPlace, sayRestored } from './fold-words'
import './fold-card.css'

/** A look inside a row of the ledger, which leaves everything as it is. */
export function FoldDialog({ foldId }: { foldId: string }) {
  const words = useTranslation()
  const { store } = usePorts()
  const { close } = useDialog()
  const fold = useConsole((data) => data.room.folds.get(foldId))
  const sites = useConsole((data) => data.room.sites)
  const { t } = words
  const what = fold ? `${t(`triage:title.${fold.rule}`)}, ${sayPlace(t, fold, sites)}` : ''
  const show = (alarmId: string) => {
    close()
    selectOnly(store, { kind: 'alarm', alarmId })
  }
  return (
    <Dialog
      title={t('triage:inside-title', { what })}
      width="tall"
      onClose={close}
      footer={<DialogFoot leave="close" onLeave={close} />}
    >
      {fold ? (
        <p>
          {sayFold(words, fold, sites)} · {sayRestored(words, fold)}
        </p>
      ) : null}
      <div className="fold-inside">
        <FoldedAlarmList foldId={foldId} onShow={show} focusFirst />
      </div>
    </Dialog>
  )
}
