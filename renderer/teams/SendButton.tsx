import { useTranslation } from 'react-i18next'
import type { SiteRow } from '../../shared/sites/site-row'
import { useConsole } from '../console/console-context'
import { useAction } from '../console/use-action'
import { Button, type ButtonProps } from '../ui/Button'
import { dispatchRecommendedAction } from './dispatch-recommended-action'
import { useRecommendation } from './use-recommendation'

export interface SendButtonProps {
  readonly site: SiteRow
  readonly tone: NonNullable<ButtonProps['tone']>
}

/**
 * Sends the recommended team, by name. Draws nothing when nobody can be sent: the card says why.
 */
export function SendButton({ site, tone }: SendButtonProps) {
  const { t } = useTranslation()
  const [first] = useRecommendation(site).candidates
  const team = useConsole(({ room }) => room.teams.get(first?.teamId ?? ''))
  const { disabledReason, run } = useAction(dispatchRecommendedAction)
  if (!team) return null
  return (
    <Button
      tone={tone}
      keys={dispatchRecommendedAction.keys}
      disabledReason={disabledReason}
      reasonVisible
      onClick={run}
    >
      {t('teams:send', { team: team.callSign })}
    </Button>
  )
}
