import { inLane } from '../../shared/alarms/lane'
import type { Priority } from '../../shared/codes/kinds'
import type { Incident } from '../../shared/incidents/incident'
import { sceneOf } from '../../shared/incidents/scene'
import type { Room } from '../../shared/room/room'
import type { SiteRow } from '../../shared/sites/site-row'
import type { Piece, PieceView } from '../map/piece'
import { createStamp, type SymbolSpec } from '../map/symbols'
import { threatPicture } from '../ui/ThreatMark'

const colours = { 1: '#ff6e71', 2: '#ff9f2e', 3: '#f5d550', 4: '#8fbdec' } as const
const shapes = { 1: 'octagon', 2: 'triangle', 3: 'square', 4: 'circle' } as const
const priorities: readonly Priority[] = [1, 2, 3, 4]
const inHand = '#101b27'

// An outline, since somebody has it: as the queue shows it.
const stamp = createStamp([
  ...priorities.map(
    (priority): SymbolSpec => ({
      ...{ id: `report-${priority}`, shape: shapes[priority], fill: inHand },
      ...{ stroke: colours[priority], textColour: colours[priority] },
      ...{ text: String(priority), size: 32 - priority * 2 },
    }),
  ),
  {
    ...{ id: 'report-threat', shape: 'octagon', fill: inHand, stroke: colours[1] },
    ...{ textColour: colours[1], picture: threatPicture, size: 36 },
  },
])

/** An open incident without an alarm, and where it is. */
export interface ReportOnMap {
  readonly incident: Incident
  readonly scene: SiteRow
}

/** What no alarm marks on the map. */
export function reportsOnMap(
  room: Pick<Room, 'incidents' | 'openIncidents' | 'sites'>,
): readonly ReportOnMap[] {
  return [...room.openIncidents.values()].flatMap((id) => {
    const incident = room.incidents.get(id)
    const scene = sceneOf(room, incident)
    return incident && scene && incident.alarmIds.length === 0 ? [{ incident, scene }] : []
  })
}

export const reportPieces = (
  reports: readonly ReportOnMap[],
  { palette }: PieceView,
): readonly Piece[] =>
  reports.map(({ incident: { id, kind, priority, place }, scene }) => ({
    at: [scene.location.lon, scene.location.lat],
    size: { width: 40, height: 40 },
    stands: 'on',
    keys: [`site:${scene.id}`],
    ids: [id],
    rank: (inLane(kind) ? 280 : 200) + 5 - priority,
    leader: inLane(kind) ? '#ff6e71' : '#7e94a8',
    label: {
      text: scene.name,
      look: { size: 15, colour: palette.textStrong, halo: palette.halo, width: 170 },
    },
    paint(context, middle) {
      stamp(context, inLane(kind) ? 'report-threat' : `report-${priority}`, middle)
      if (place?.rough) paintRough(context, middle)
    },
  }))

/** Not certain: a dashed ring. */
function paintRough(context: CanvasRenderingContext2D, [x, y]: readonly number[]): void {
  context.save()
  context.strokeStyle = colours[2]
  context.lineWidth = 2
  context.setLineDash([5, 4])
  context.beginPath()
  context.arc(x ?? 0, y ?? 0, 24, 0, 2 * Math.PI)
  context.stroke()
  context.restore()
}
