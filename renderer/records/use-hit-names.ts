import { useShallow } from 'zustand/react/shallow'
import type { Hit } from '../../shared/search/hit'
import { useConsole } from '../console/console-context'

/** Names of the things an entry is about; ids where the room does not know them. */
export const useHitNames = ({ siteId, teamId, account }: Hit) =>
  useConsole(
    useShallow(({ room }) => ({
      site: siteId === null ? (account ?? '') : (room.sites.get(siteId)?.name ?? siteId),
      team: teamId === null ? '' : (room.teams.get(teamId)?.callSign ?? teamId),
    })),
  )
