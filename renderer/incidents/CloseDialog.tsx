import { useTranslation } from 'react-i18next'
import { closeRefusal } from '../../shared/incidents/decide'
import { wholeIncident } from '../../shared/incidents/whole'
import { useConsole } from '../console/console-context'
import { EndingDialog } from '../console/EndingDialog'
import { sayRefusal } from '../console/say'
import { useDialog } from '../console/use-dialog'
import { useDialogSubject } from './dialog-subject'

export function CloseDialog({ incidentId }: { incidentId: string }) {
  const { t } = useTranslation()
  const { send } = useDialog()
  const subject = useDialogSubject(incidentId)
  const room = useConsole((data) => data.room)
  const refusal = closeRefusal(room, wholeIncident(room, incidentId))
  return (
    <EndingDialog
      title={t('incidents:close.title', { subject })}
      submit={t('incidents:close.submit')}
      reason={(disposition) => {
        if (refusal) return sayRefusal(t, refusal)
        return disposition ? null : t('incidents:close.needs-disposition')
      }}
      onEnd={(ending) => send({ type: 'close-incident', incidentId, ...ending })}
    />
  )
}
