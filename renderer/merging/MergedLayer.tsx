import { useMemo } from 'react'
import type { Incident } from '../../shared/incidents/incident'
import { sceneOf } from '../../shared/incidents/scene'
import { rootOf } from '../../shared/incidents/whole'
import type { Room } from '../../shared/room/room'
import { useConsole } from '../console/console-context'
import type { MapFeature } from '../map/feature-diff'
import { type Pen, type Spot, strokeLines } from '../map/overlay'
import { useOverlayLayer } from '../map/use-overlay-layer'

/** A dashed line from each merged incident to the one it is worked on with. */
export function MergedLayer() {
  const incidents = useConsole((data) => data.room.incidents)
  const openIncidents = useConsole((data) => data.room.openIncidents)
  const sites = useConsole((data) => data.room.sites)
  const data = useMemo(
    () => mergedLines({ incidents, openIncidents, sites }),
    [incidents, openIncidents, sites],
  )
  useOverlayLayer({ order: 0, paint: paintLines, data })
  return null
}

type Rooms = Pick<Room, 'incidents' | 'openIncidents' | 'sites'>

function mergedLines(room: Rooms): readonly MapFeature[] {
  return [...room.openIncidents.values()].flatMap((id): MapFeature[] => {
    const part = room.incidents.get(id)
    if (part?.mergedInto === undefined) return []
    const ends = [pointOf(room, part), pointOf(room, rootOf(room, part))]
    const coordinates = ends.flatMap((end) => (end ? [end] : []))
    if (coordinates.length < 2) return []
    return [{ type: 'Feature', geometry: { type: 'LineString', coordinates }, properties: { id } }]
  })
}

function pointOf(room: Rooms, incident: Incident): GeoJSON.Position | null {
  const place = sceneOf(room, incident)?.location
  return place ? [place.lon, place.lat] : null
}

function paintLines({ context }: Pen, spots: readonly Spot[]): void {
  context.strokeStyle = '#b4c1cd'
  context.lineWidth = 2
  context.setLineDash([3, 5])
  strokeLines(context, spots)
}
