import { useTranslation } from 'react-i18next'
import { distance } from '../../shared/geo/distance'
import type { SiteRow } from '../../shared/sites/site-row'
import { isOverdue, stepClock } from '../../shared/teams/overdue'
import { isStale } from '../../shared/teams/position'
import { whereIs } from '../../shared/teams/recommend'
import type { RosterRow } from '../../shared/teams/roster'
import { useConsole, usePorts } from '../console/console-context'
import { sayAge, sayDistance } from '../console/figures'
import { useNow } from '../console/now'
import { PendingChip, usePending, usePendingWords } from '../console/PendingChip'
import { selectOnly } from '../console/selection'
import { duration } from '../console/time'
import { dutyPhase, PhaseChip } from './PhaseChip'

export interface TeamRowProps {
  readonly row: RosterRow
  /** Distances are measured to this site, that of the selection. */
  readonly target: SiteRow | null
  readonly selected: boolean
}

/** The element id of a row, by which the list names its active one. */
export const teamRowId = (teamId: string): string => `team-row-${teamId}`

export function TeamRow({ row, target, selected }: TeamRowProps) {
  const { team, assignment, site } = row
  const { t } = useTranslation()
  const { store } = usePorts()
  const now = useNow()
  const position = useConsole((data) => data.positions.get(team.id))
  const since = assignment ? stepClock(assignment).since : team.since
  const overdue = assignment !== null && isOverdue(assignment, now)
  const old = position !== undefined && isStale(position, now)
  const pending = usePending({ row: 'team', teamId: team.id, assignmentId: assignment?.id })
  const seen = position
    ? t(old ? 'teams:seen-old' : 'teams:seen', { age: sayAge(t, now - position.at) })
    : t('teams:no-position')
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
        {pending ? <PendingChip what="short" /> : <PhaseChip phase={dutyPhase(team, assignment)} />}
        <span className="team-row__since">{duration(now - since)}</span>
      </span>
      <span
        className={site ? 'team-row__site ellipsis' : 'team-row__post ellipsis'}
        title={site?.name ?? team.post}
      >
        {site?.name ?? team.post}
      </span>
      {pending === 'dispatch' ? <YetToBeSent /> : <Remark row={row} />}
      <span className={old ? 'team-row__warn ellipsis' : 'ellipsis'} title={seen}>
        {seen}
      </span>
      <span className="team-row__distance">
        {target ? sayDistance(t, distance(whereIs(team, position), target.location)) : ''}
      </span>
    </div>
  )
}

/** Why a row is not as it should be: the crew is late, or the reason it is out of service. */
function Remark({ row: { team, assignment } }: { row: RosterRow }) {
  const { t } = useTranslation()
  const now = useNow()
  const overdue = assignment !== null && isOverdue(assignment, now)
  const reason = team.phase === 'out-of-service' ? team.reason : ''
  return (
    <span
      className={overdue ? 'team-row__warn ellipsis' : 'ellipsis'}
      title={overdue ? t(`teams:overdue.${assignment.phase}`) : reason}
    >
      {overdue ? t(`teams:late.${assignment.phase}`) : reason}
    </span>
  )
}

function YetToBeSent() {
  const words = usePendingWords('dispatch')
  return (
    <span className="team-row__warn ellipsis" title={words}>
      {words}
    </span>
  )
}
