import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { isActive } from '../../shared/teams/assignment'
import { whereIs } from '../../shared/teams/recommend'
import { assignmentsOf } from '../../shared/teams/uncovered'
import { useConsole } from '../console/console-context'
import { sayMinutes } from '../console/figures'
import { useSubject } from '../console/selection'
import type { MapFeature } from '../map/feature-diff'
import { type Pen, type Spot, strokeLines } from '../map/overlay'
import { useOverlayLayer } from '../map/use-overlay-layer'
import { usePieces } from '../map/use-pieces'
import { type Recommended, recommendedPieces } from './recommended-piece'
import { teamColour } from './team-symbols'
import { useRecommendation } from './use-recommendation'

/** Marks on the map the team that one key would send. */
export function RecommendedLayer() {
  const recommended = useRecommended()
  const line = useWayOf(recommended)
  usePieces({ name: 'team', make: recommendedPieces, data: recommended })
  useOverlayLayer({ order: 0, paint: paintWay, data: line })
  return null
}

function useRecommended(): Recommended | null {
  const { t } = useTranslation()
  const { alarm, incident, site } = useSubject()
  const room = useConsole((data) => data.room)
  const sent = incident ? assignmentsOf(room, incident).some(isActive) : false
  const wanted = site && !sent && (incident ? incident.phase === 'open' : alarm) ? site : null
  const [first] = useRecommendation(wanted).candidates
  const callSign = room.teams.get(first?.teamId ?? '')?.callSign
  const way = first ? `≈ ${sayMinutes(t, first.seconds)}` : ''
  const teamId = first?.teamId
  return useMemo(
    () =>
      wanted && teamId !== undefined && callSign !== undefined
        ? {
            teamId,
            callSign,
            way,
            siteId: wanted.id,
            at: [wanted.location.lon, wanted.location.lat],
          }
        : null,
    [wanted, teamId, callSign, way],
  )
}

function useWayOf(recommended: Recommended | null): readonly MapFeature[] {
  const team = useConsole((data) => data.room.teams.get(recommended?.teamId ?? ''))
  const position = useConsole((data) => data.positions.get(recommended?.teamId ?? ''))
  return useMemo(() => {
    if (!recommended || !team) return []
    const { lon, lat } = whereIs(team, position)
    const coordinates = [[lon, lat], [...recommended.at]]
    return [
      {
        type: 'Feature',
        geometry: { type: 'LineString', coordinates },
        properties: { id: 'recommended' },
      },
    ]
  }, [recommended, team, position])
}

const paintWay = ({ context }: Pen, spots: readonly Spot[]) => {
  context.strokeStyle = teamColour
  context.globalAlpha = 0.35
  context.lineWidth = 1.5
  context.setLineDash([6, 6])
  strokeLines(context, spots)
}
