import { useTranslation } from 'react-i18next'
import { useConsole } from '../console/console-context'
import { ReasonDialog } from '../console/ReasonDialog'
import { useDialog } from '../console/use-dialog'

export function OutOfServiceDialog({ teamId }: { teamId: string }) {
  const { t } = useTranslation()
  const { send } = useDialog()
  const team = useConsole((data) => data.room.teams.get(teamId))
  return (
    <ReasonDialog
      title={t('teams:off.title', { team: team?.callSign ?? '' })}
      submit={t('teams:off.submit')}
      usual={['vehicle', 'rest', 'crew'].map((key) => t(`teams:off.usual.${key}`))}
      onReason={(reason) => send({ type: 'take-team-out-of-service', teamId, reason })}
    />
  )
}
