import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { incidentRefusal } from '../../shared/incidents/decide'
import { sceneOf } from '../../shared/incidents/scene'
import { wholeIncident } from '../../shared/incidents/whole'
import type { Candidate } from '../../shared/teams/recommend'
import { useConsole, usePorts } from '../console/console-context'
import { sayRefusal } from '../console/say'
import { sendCommand } from '../console/send-command'
import { useDialog } from '../console/use-dialog'
import { Button } from '../ui/Button'
import { ChoiceDialog } from './ChoiceDialog'
import { sayPassedOver, sayPositionAge, sayWay } from './candidate-words'
import { sendTeam } from './dispatch'
import { useRecommendation } from './use-recommendation'
import './choose-team.css'

/** All teams that can be sent, nearest first, and why nearer ones cannot. */
export function ChooseTeamDialog({ incidentId }: { incidentId: string }) {
  const { t } = useTranslation()
  const ports = usePorts()
  const { close } = useDialog()
  const room = useConsole((data) => data.room)
  const incident = wholeIncident(room, incidentId)
  const site = sceneOf(room, incident) ?? null
  const { candidates, passedOver } = useRecommendation(site)
  const [chosen, setChosen] = useState<string | null>(null)
  // Until the officer moves, the current first one is chosen.
  const current = candidates.some((row) => row.teamId === chosen)
    ? chosen
    : (candidates[0]?.teamId ?? null)
  const refusal = incidentRefusal(incident)
  const callSign = room.teams.get(current ?? '')?.callSign
  const confirm = (teamId: string) => {
    if (refusal || !site) return
    close()
    const send = (command: Parameters<typeof sendCommand>[1]) => sendCommand(ports, command)
    void sendTeam({ data: ports.store.getState(), ports, send }, incidentId, site, teamId)
  }
  const reason = refusal ? sayRefusal(t, refusal) : current ? null : t('teams:nobody-available')
  return (
    <ChoiceDialog
      title={t('teams:choose.title', { site: site?.name ?? '' })}
      list={{
        label: t('teams:choose.list'),
        choices: candidates.map((candidate, at) => ({
          id: candidate.teamId,
          content: <CandidateRow candidate={candidate} recommended={at === 0} />,
        })),
        chosen: current,
        onChoose: setChosen,
        onConfirm: confirm,
        none: t('teams:nobody-available'),
      }}
      submit={
        <Button
          tone="primary"
          keys="enter"
          disabledReason={reason}
          onClick={() => current && confirm(current)}
        >
          {callSign ? t('teams:send', { team: callSign }) : t('teams:choose.submit')}
        </Button>
      }
    >
      {passedOver.length > 0 ? (
        <div className="choose-team__others">
          <h3>{t('teams:choose.passed-over')}</h3>
          <ul>
            {passedOver.map((row) => (
              <li key={row.teamId}>{sayPassedOver(t, room, row)}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </ChoiceDialog>
  )
}

function CandidateRow({ candidate, recommended }: { candidate: Candidate; recommended: boolean }) {
  const { t } = useTranslation()
  const team = useConsole((data) => data.room.teams.get(candidate.teamId))
  return (
    <span className="candidate">
      <strong className="candidate__sign">{team?.callSign ?? candidate.teamId}</strong>
      <span className="candidate__way">{sayWay(t, candidate)}</span>
      <span className="candidate__age">{sayPositionAge(t, candidate.positionAge)}</span>
      <span className="candidate__post ellipsis">
        {recommended ? t('teams:choose.recommended') : team?.post}
      </span>
    </span>
  )
}
