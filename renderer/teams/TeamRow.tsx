import { useTranslation } from 'react-i18next'
import { distance } from '../../shared/geo/distance'
import type { Site } from '../../shared/sites/site'
import { isOverdue, stepClock } from '../../shared/teams/overdue'
import { isStale } from '../../shared/teams/position'
import { whereIs } from '../../shared/teams/recommend'
import type { RosterRow } from '../../shared/teams/roster'
import { useConsole, usePorts } from '../console/console-context'
import { sayAge, sayDistance } from '../console/figures'
import { useNow } from '../console/now'
import { PendingChip, useIsPending } from '../console/PendingChip'
import { selectOnly } from '../console/selection'
import { duration } from '../console/time'
import { dutyPhase, PhaseChip } from './PhaseChip'

export interface TeamRowProps {
  readonly row: RosterRow
  /** What distances are measured to: the site of what is selected. */
  readonly target: Site | null
  readonly selected: boolean
}

/** The element of a row, for the list to name as the active one. */
export const teamRowId = (teamId: string): string => `team-row-${teamId}`

/** A team in one line. */
export function TeamRow({ row: { team, assignment, site }, target, selected }: TeamRowProps) {
  const { t } = useTranslation()
  const { store } = usePorts()
  const now = useNow()
  const position = useConsole((data) => data.positions.get(team.id))
  const since = assignment ? stepClock(assignment).since : team.since
  const overdue = assignment !== null && isOverdue(assignment, now)
  const old = position !== undefined && isStale(position, now)
  const pending = useIsPending(`team:${team.id}`, `assignment:${assignment?.id ?? ''}`)
  const classes = [
    'team-row',
    selected && 'team-row--selected',
    overdue && 'team-row--overdue',
  ].filter(Boolean)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox around it answers the keys
    <div
      role="option"
      tabIndex={-1}
      id={teamRowId(team.id)}
      className={classes.join(' ')}
      aria-selected={selected}
      onClick={() => selectOnly(store, { kind: 'team', teamId: team.id })}
    >
      <strong className="team-row__sign">{team.callSign}</strong>
      <span className="team-row__phase">
        {pending ? (
          <PendingChip what={assignment?.phase === 'dispatched' ? 'dispatch' : 'mark'} />
        ) : (
          <PhaseChip phase={dutyPhase(team, assignment)} />
        )}
        <span className="team-row__since">{duration(now - since)}</span>
      </span>
      <span className={site ? 'team-row__site ellipsis' : 'team-row__post ellipsis'}>
        {site?.name ?? team.post}
      </span>
      <span
        className={overdue ? 'team-row__warn ellipsis' : 'ellipsis'}
        title={overdue ? t(`teams:overdue.${assignment.phase}`) : undefined}
      >
        {overdue ? t(`teams:late.${assignment.phase}`) : ''}
        {team.phase === 'out-of-service' ? team.reason : ''}
      </span>
      <span className={old ? 'team-row__warn ellipsis' : 'ellipsis'}>
        {position
          ? t(old ? 'teams:seen-old' : 'teams:seen', { age: sayAge(t, now - position.at) })
          : t('teams:no-position')}
      </span>
      <span className="team-row__distance">
        {target ? sayDistance(t, distance(whereIs(team, position), target.location)) : ''}
      </span>
    </div>
  )
}
