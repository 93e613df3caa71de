import { useTranslation } from 'react-i18next'
import { useConsole } from '../console/console-context'
import { ReasonDialog } from '../console/ReasonDialog'
import { useDialog } from '../console/use-dialog'

export function CancelDispatchDialog({ assignmentId }: { assignmentId: string }) {
  const { t } = useTranslation()
  const { send } = useDialog()
  const run = useConsole((data) => data.room.assignments.get(assignmentId))
  const team = useConsole((data) => data.room.teams.get(run?.teamId ?? ''))
  return (
    <ReasonDialog
      title={t('teams:cancel.title', { team: team?.callSign ?? '' })}
      submit={t('teams:cancel.submit')}
      usual={['nearer', 'withdrawn', 'vehicle'].map((key) => t(`teams:cancel.usual.${key}`))}
      onReason={(reason) => send({ type: 'cancel-dispatch', assignmentId, reason })}
    />
  )
}
