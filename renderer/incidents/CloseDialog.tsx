import { useTranslation } from 'react-i18next'
import type { Disposition } from '../../shared/alarms/alarm'
import { closeRefusal } from '../../shared/incidents/decide'
import { useConsole } from '../console/console-context'
import { DialogFoot } from '../console/DialogFoot'
import { DispositionForm } from '../console/DispositionForm'
import { useDraft } from '../console/drafts'
import { sayRefusal } from '../console/say'
import { useDialog } from '../console/use-dialog'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { useDialogSubject } from './dialog-subject'

/** How did it end? One number, one Enter; a remark when there is more to say. */
export function CloseDialog({ incidentId }: { incidentId: string }) {
  const { t } = useTranslation()
  const { close, send } = useDialog()
  const subject = useDialogSubject(incidentId)
  const [chosen, setDisposition] = useDraft<Disposition>('disposition')
  const disposition = chosen || null
  const [remark, setRemark] = useDraft('remark')
  const room = useConsole((data) => data.room)
  const refusal = closeRefusal(room, room.incidents.get(incidentId))
  const reason = refusal
    ? sayRefusal(t, refusal)
    : disposition
      ? null
      : t('incidents:close.needs-disposition')
  const submit = () => {
    if (disposition && !refusal)
      send({ type: 'close-incident', incidentId, disposition, remark: remark.trim() })
  }
  return (
    <Dialog
      title={t('incidents:close.title', { subject })}
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
            {t('incidents:close.submit')}
          </Button>
        </DialogFoot>
      }
    >
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
