import { useMemo } from 'react'
import type { SiteRow } from '../../shared/sites/site-row'
import { type Recommendation, recommendTeams } from '../../shared/teams/recommend'
import { useConsole } from '../console/console-context'
import { useNow } from '../console/now'

const nobody: Recommendation = { candidates: [], passedOver: [] }

export function useRecommendation(site: SiteRow | null): Recommendation {
  const room = useConsole((data) => data.room)
  const positions = useConsole((data) => data.positions)
  const now = useNow()
  return useMemo(
    () => (site ? recommendTeams(room, positions, site.location, now) : nobody),
    [room, positions, site, now],
  )
}
