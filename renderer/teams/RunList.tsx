import { useTranslation } from 'react-i18next'
import type { Incident } from '../../shared/incidents/incident'
import { isActive } from '../../shared/teams/assignment'
import { assignmentsOf } from '../../shared/teams/uncovered'
import { ActionButton } from '../console/ActionButton'
import { useConsole } from '../console/console-context'
import { Section } from '../ui/Section'
import { chooseTeamAction } from './choose-team-action'
import { RunRow } from './RunRow'

export function RunList({ incident }: { incident: Incident }) {
  const { t } = useTranslation()
  const room = useConsole((data) => data.room)
  const runs = assignmentsOf(room, incident)
  if (runs.length === 0) return null
  return (
    <Section
      title={t('teams:runs')}
      aside={
        incident.phase === 'open' ? <ActionButton action={chooseTeamAction} tone="quiet" /> : null
      }
    >
      {[...runs]
        .sort((a, b) => Number(isActive(b)) - Number(isActive(a)))
        .map((run) => (
          <RunRow key={run.id} run={run} />
        ))}
    </Section>
  )
}
