import type { TFunction } from 'i18next'
import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Instant } from '../../shared/lang/instant'
import type { Room } from '../../shared/room/room'
import { useConsole } from '../console/console-context'
import { sayMinutes } from '../console/figures'
import { useNow } from '../console/now'
import { useSubject } from '../console/selection'
import { duration } from '../console/time'
import { type Pen, type Spot, strokeLines } from '../map/overlay'
import { useOverlayLayer } from '../map/use-overlay-layer'
import { usePieces } from '../map/use-pieces'
import { assignmentLines, teamFeatures } from './team-features'
import { teamPieces, type Under } from './team-pieces'
import { teamColour } from './team-symbols'
import { prolonged, type Trails, trailLines } from './trails'

/** Every team at its last known place, the incident it goes to, and the way it came. */
export function TeamLayer() {
  const { t } = useTranslation()
  const teams = useConsole((data) => data.room.teams)
  const assignments = useConsole((data) => data.room.assignments)
  const incidents = useConsole((data) => data.room.incidents)
  const sites = useConsole((data) => data.room.sites)
  const positions = useConsole((data) => data.positions)
  const marks = useConsole((data) => data.marks)
  const selected = useSubject().team?.id ?? null
  const now = useNow()
  const under = useMemo(
    () => underWay({ teams, assignments, incidents }, now, t),
    [teams, assignments, incidents, now, t],
  )
  const data = useMemo(
    () => ({
      features: teamFeatures({ teams, assignments }, positions, now, marks),
      under,
      selected,
    }),
    [teams, assignments, positions, now, marks, under, selected],
  )
  const lines = useMemo(
    () => assignmentLines({ teams, assignments, incidents, sites }, positions),
    [teams, assignments, incidents, sites, positions],
  )
  const kept = useRef<Trails>(new Map())
  const trails = useMemo(() => {
    kept.current = prolonged(kept.current, positions, under.keys())
    return trailLines(kept.current, positions)
  }, [positions, under])
  useOverlayLayer({ order: 0, paint: paintTrails, data: trails })
  useOverlayLayer({ order: 0, paint: paintLines, data: lines })
  usePieces({ name: 'team', make: teamPieces, data })
  return null
}

/** The teams that are sent: whereto, and what is said of it beside their sign. */
function underWay(
  { teams, assignments, incidents }: Pick<Room, 'teams' | 'assignments' | 'incidents'>,
  now: Instant,
  t: TFunction,
): ReadonlyMap<string, Under> {
  const under = new Map<string, Under>()
  for (const team of teams.values()) {
    const run = team.phase === 'assigned' ? assignments.get(team.assignmentId) : undefined
    const siteId = incidents.get(run?.incidentId ?? '')?.siteId
    if (!run || siteId === undefined) continue
    const since = run.times[run.phase] ?? now
    const onScene = run.phase === 'on-scene'
    const left = (run.reason.seconds ?? 0) - (now - since) / 1000
    const words = onScene
      ? duration(now - since)
      : run.phase === 'en-route' && left > 0
        ? `≈ ${sayMinutes(t, left)}`
        : ''
    under.set(team.id, { siteId, onScene, words })
  }
  return under
}

const paintLines = ({ context }: Pen, spots: readonly Spot[]) => {
  context.strokeStyle = teamColour
  context.globalAlpha = 0.75
  context.lineWidth = 1.8
  context.setLineDash([6, 5])
  strokeLines(context, spots)
}

const paintTrails = ({ context }: Pen, spots: readonly Spot[]) => {
  context.strokeStyle = teamColour
  context.globalAlpha = 0.7
  context.lineWidth = 2.2
  context.lineCap = 'round'
  context.setLineDash([0.16, 5])
  strokeLines(context, spots)
}
