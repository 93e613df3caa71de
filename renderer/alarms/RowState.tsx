import { useTranslation } from 'react-i18next'
import type { IncidentRow, QueueRow } from '../../shared/alarms/queue-row'
import { PendingChip, PendingMark, usePending } from '../console/PendingChip'
import { RowEscalation } from './RowEscalation'

/** How far a row has come: the team on its way, or what the hub does not know yet. */
export function RowState({ row }: { row: QueueRow }) {
  switch (row.type) {
    case 'incident':
      return row.ending ? (
        <PendingChip what="ending" />
      ) : (
        <>
          <TeamState row={row} />
          <RowEscalation row={row} />
        </>
      )
    case 'held':
      return (
        <>
          <PendingMark row={{ row: 'account', account: row.account }} short />
          <RowEscalation row={row} />
        </>
      )
    default:
      return (
        <>
          <PendingMark row={{ row: 'alarm', alarmId: row.id }} short />
          <RowEscalation row={row} />
        </>
      )
  }
}

function TeamState({ row: { id, alarmIds, team } }: { row: IncidentRow }) {
  const { t } = useTranslation()
  const taken = usePending({ row: 'incident', incident: { id, alarmIds } })
  const run = usePending({ row: 'run', assignmentId: team?.assignmentId ?? '' })
  if (team && run === 'dispatch') return <PendingChip what="dispatch" team={team.callSign} />
  return (
    <>
      {(taken ?? run) ? <PendingChip what="short" /> : null}
      {team ? (
        <span className="queue-row__phase queue-row__phase--own ellipsis">
          {t('alarms:team', { team: team.callSign, phase: t(`kinds:assignment.${team.phase}`) })}
          {team.more > 0 ? ` +${team.more}` : ''}
        </span>
      ) : (
        <span className="queue-row__phase queue-row__phase--late ellipsis">
          {t('alarms:no-team')}
        </span>
      )}
    </>
  )
}
