import { type CSSProperties, useLayoutEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Alarm } from '../../shared/alarms/alarm'
import { inLane } from '../../shared/alarms/lane'
import { openAlarms } from '../../shared/alarms/queue'
import { type RowSite, rowSite } from '../../shared/alarms/row-site'
import { distance } from '../../shared/geo/distance'
import type { Place } from '../../shared/geo/place'
import { listed } from '../../shared/text/isolated'
import { centreMap } from '../console/console-changes'
import { useConsole, usePorts } from '../console/console-context'
import { sayDistance, sayRowAge } from '../console/figures'
import { useNow } from '../console/now'
import { selectOnly } from '../console/selection'
import type { Extent } from '../map/box'
import { apart, besideEdge, type EdgePoint, edgePoint, type Side } from '../map/edge-point'
import { useMap } from '../map/map-room'
import { ThreatMark } from '../ui/ThreatMark'
import './edge-arrows.css'

/** CSS pixels, as in edge-arrows.css. */
const box: Extent = { width: 280, height: 88 }
/** Beyond this number, each side has one arrow. */
const mostSingle = 3

interface Urgent {
  readonly alarm: Alarm
  readonly site: RowSite
}
interface Arrow extends EdgePoint {
  readonly urgent: readonly Urgent[]
}

/** Arrows at the map's edge towards persons under threat outside the view. A click goes there. */
export function EdgeArrows() {
  const urgent = useUrgent()
  const view = useMapView(urgent.length > 0)
  const arrows = useArrows(urgent, view)
  const corners = apart(
    arrows.map((arrow) => besideEdge(arrow, view.extent, box)),
    view.extent,
    box,
  )
  return (
    <div className="edge-arrows">
      {arrows.map((arrow, n) => (
        <ArrowBox
          key={arrow.urgent[0]?.alarm.id}
          arrow={arrow}
          middle={view.middle}
          corner={corners[n] ?? [0, 0]}
        />
      ))}
    </div>
  )
}

function useUrgent(): readonly Urgent[] {
  const alarms = useConsole((data) => data.room.alarms)
  const sites = useConsole((data) => data.room.sites)
  return useMemo(
    () =>
      openAlarms({ alarms }).waiting.flatMap((alarm) => {
        if (!inLane(alarm.kind)) return []
        const site = rowSite(sites, alarm.siteId)
        return site ? [{ alarm, site }] : []
      }),
    [alarms, sites],
  )
}

/** What the map shows; a new object whenever that changes. */
interface MapView {
  readonly extent: Extent
  readonly middle: Place
  readonly project: (place: Place) => readonly [number, number]
}

function useMapView(wanted: boolean): MapView {
  const map = useMap()
  const [view, setView] = useState(() => viewOf(map))
  // Before the paint: arrows never point from where the map was.
  useLayoutEffect(() => {
    // With nobody to point at, the map's moves do not matter here.
    if (!wanted) return
    const moved = () => setView(viewOf(map))
    moved()
    map.on('move', moved)
    map.on('resize', moved)
    return () => {
      map.off('move', moved)
      map.off('resize', moved)
    }
  }, [map, wanted])
  return view
}

function viewOf(map: ReturnType<typeof useMap>): MapView {
  const { clientWidth: width, clientHeight: height } = map.getContainer()
  const { lng: lon, lat } = map.getCenter()
  return {
    extent: { width, height },
    middle: { lon, lat },
    project(place) {
      const { x, y } = map.project([place.lon, place.lat])
      return [x, y]
    },
  }
}

function useArrows(urgent: readonly Urgent[], { extent, project }: MapView): readonly Arrow[] {
  return useMemo(() => {
    const outside = urgent.flatMap((one) => {
      const edge = edgePoint(project(one.site.location), extent)
      return edge ? [{ ...edge, urgent: [one] }] : []
    })
    return outside.length > mostSingle ? bySide(outside) : outside
  }, [urgent, extent, project])
}

/** One arrow per side, at the place of its newest alarm. */
function bySide(arrows: readonly Arrow[]): readonly Arrow[] {
  const sides = new Map<Side, Arrow>()
  for (const arrow of arrows) {
    const first = sides.get(arrow.side)
    sides.set(arrow.side, first ? { ...first, urgent: [...first.urgent, ...arrow.urgent] } : arrow)
  }
  return [...sides.values()]
}

interface ArrowBoxProps {
  readonly arrow: Arrow
  readonly corner: readonly [number, number]
  readonly middle: Place
}

function ArrowBox({ arrow, corner: [left, top], middle }: ArrowBoxProps) {
  const { t } = useTranslation()
  const ports = usePorts()
  const now = useNow()
  const [newest] = arrow.urgent
  if (!newest) return null
  const { alarm, site } = newest
  const kind = t(`kinds:alarm.${alarm.kind}`)
  const many = arrow.urgent.length > 1
  const who = many ? t('alarms:lane.head', { count: arrow.urgent.length }) : kind
  const way = sayDistance(t, distance(middle, site.location))
  return (
    <>
      <Tip arrow={arrow} />
      <button
        type="button"
        className="edge-arrow"
        style={{ left, top }}
        title={listed([who, site.name, site.address], '\n')}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => {
          selectOnly(ports.store, { kind: 'alarm', alarmId: alarm.id })
          // It is asked for: the map goes there also while it is held.
          centreMap(ports)
        }}
      >
        <ThreatMark label={kind} size={36} look="white" />
        <span className="edge-arrow__words">
          <span className="edge-arrow__line">
            <strong className="ellipsis">{who}</strong>
            <span className="edge-arrow__age">{sayRowAge(t, now - alarm.raisedAt)}</span>
          </span>
          <span className="ellipsis">{listed([site.town || site.name, way], ' · ')}</span>
        </span>
      </button>
    </>
  )
}

function Tip({ arrow: { at, turn } }: { arrow: Arrow }) {
  const style: CSSProperties = {
    left: at[0],
    top: at[1],
    transform: `translate(-50%, -50%) rotate(${turn}deg) translateX(-9px)`,
  }
  return <span className="edge-arrow__tip" style={style} />
}
