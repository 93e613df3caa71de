import { useTranslation } from 'react-i18next'
import type { SiteRow } from '../../shared/sites/site-row'
import { ActionButton } from '../console/ActionButton'
import { useConsole } from '../console/console-context'
import { sayPassedOver, sayPositionAge, sayWay } from './candidate-words'
import { chooseTeamAction } from './choose-team-action'
import { SendButton } from './SendButton'
import { useRecommendation } from './use-recommendation'
import './recommendation-card.css'

/** Passed-over teams named: they are there to be believed, not to be read through. */
const namedAtMost = 3

export interface RecommendationProps {
  readonly site: SiteRow
  /** False where the button that sends stands elsewhere. */
  readonly sends?: boolean
}

/** Whom the console would send, why, and why not others; one key sends the team. */
export function RecommendationCard({ site, sends = true }: RecommendationProps) {
  const { t } = useTranslation()
  const room = useConsole((data) => data.room)
  const { candidates, passedOver } = useRecommendation(site)
  const first = candidates[0]
  const team = room.teams.get(first?.teamId ?? '')
  if (!first || !team)
    return <p className="recommendation recommendation--none">{t('teams:nobody-available')}</p>
  return (
    <div className="recommendation">
      <p className="recommendation__first">
        <strong className="recommendation__sign">{team.callSign}</strong>
        <span className="recommendation__way" title={t('teams:way-title')}>
          {sayWay(t, first)}
        </span>
      </p>
      <p className="recommendation__why">
        {t('teams:nearest-available')} · {sayPositionAge(t, first.positionAge)}
      </p>
      {passedOver.length > 0 ? (
        <p className="recommendation__others">
          {t('teams:passed-over-title')}{' '}
          {passedOver
            .slice(0, namedAtMost)
            .map((row) => sayPassedOver(t, room, row))
            .join(' · ')}
          {passedOver.length > namedAtMost ? ` · +${passedOver.length - namedAtMost}` : ''}
        </p>
      ) : null}
      <div className="recommendation__buttons">
        {sends ? <SendButton site={site} tone="primary" /> : null}
        <ActionButton action={chooseTeamAction} />
      </div>
    </div>
  )
}
