import { useTranslation } from 'react-i18next'
import type { Disposition } from '../../shared/alarms/alarm'
import { closeFoldRefusal } from '../../shared/triage/decide'
import { useConsole } from '../console/console-context'
import { DialogFoot } from '../console/DialogFoot'
import { DispositionForm } from '../console/DispositionForm'
import { useDraft } from '../console/drafts'
import { sayRefusal } from '../console/say'
import { useDialog } from '../console/use-dialog'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { sayCounts, sayPlace, sayRestored } from './fold-words'
import './fold-card.css'

/**
 * How did it end, for all of them at once? While some sites have not reported the end, the remark
 * has to say why.
 */
export function CloseFoldDialog({ foldId }: { foldId: string }) {
  const words = useTranslation()
  const { close, send } = useDialog()
  const fold = useConsole((data) => data.room.folds.get(foldId))
  const sites = useConsole((data) => data.room.sites)
  const [chosen, setDisposition] = useDraft<Disposition>('disposition')
  const disposition = chosen || null
  const [remark, setRemark] = useDraft('remark')
  const { t } = words
  const refusal = closeFoldRefusal(fold, remark)
  const reason =
    disposition === null
      ? t('incidents:close.needs-disposition')
      : refusal
        ? sayRefusal(t, refusal)
        : null
  const submit = () => {
    if (disposition && !refusal)
      send({ type: 'close-fold', foldId, disposition, remark: remark.trim() })
  }
  const what = fold ? `${t(`triage:title.${fold.rule}`)}, ${sayPlace(t, fold, sites)}` : ''
  return (
    <Dialog
      title={t('triage:close.title', { what })}
      onClose={close}
      footer={
        <DialogFoot leave="back" onLeave={close}>
          <Button
            tone="primary"
            keys="enter"
            disabledReason={reason}
            reasonVisible
            onClick={submit}
          >
            {t('triage:close.submit')}
          </Button>
        </DialogFoot>
      }
    >
      {fold ? (
        <p className="close-fold__said">
          {t('triage:close.effect', sayCounts(words, fold))}{' '}
          <strong>{sayRestored(words, fold)}.</strong>
        </p>
      ) : null}
      <DispositionForm
        disposition={disposition}
        remark={remark}
        onDisposition={setDisposition}
        onRemark={setRemark}
        onSubmit={submit}
      />
    </Dialog>
  )
}
