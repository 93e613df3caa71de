import { useConsole } from '../console/console-context'
import { Gone } from '../console/Gone'
import { TeamCard } from './TeamCard'

export function SelectedTeam({ teamId }: { teamId: string }) {
  const team = useConsole(({ room }) => room.teams.get(teamId))
  return team ? <TeamCard team={team} /> : <Gone />
}
