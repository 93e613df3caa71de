import { useEffect, useRef } from 'react'
import type { Room } from '../../shared/room/room'
import { preferencesOf } from '../../shared/settings/preferences'
import { bundledAlarms } from '../../shared/triage/fold'
import { useConsole, usePorts } from '../console/console-context'
import { afterPaint } from '../console/milestones'
import { subjectOf } from '../console/selection'
import { fitPoints, focusOn, isInView } from '../map/camera'
import { useMapRoom } from '../map/map-room'
import { placeOf, whoGoes } from './selection-features'

/**
 * Lets the map follow the officer. Selecting is the officer's own act, so it may move a held map:
 * to the place and to whoever goes there, unless the officer already looks at it closely enough.
 * Events never move the map. The move comes after the selection is on screen, since it must not
 * wait for frames of the map: without a graphics card each takes a third of a second.
 */
export function MapFocus() {
  const { map, alive, hold } = useMapRoom()
  const { store, now } = usePorts()
  const centring = useConsole((data) => data.centring)
  const selection = useConsole((data) => data.selection)
  const centred = useRef(centring)
  const seen = useRef(selection)
  useEffect(() => {
    const data = store.getState()
    const wished = centred.current !== centring
    const chosen = seen.current !== selection
    centred.current = centring
    const before = seen.current
    seen.current = selection
    // A display for the wall never jumps: people are looking at it.
    if (data.view === 'wall') return
    const follows =
      preferencesOf(data.settings).mapFollows &&
      // Keys that walk the queue show cards; the map would fly with each of them.
      selection !== data.walked &&
      hold.allowsMove(performance.now())
    if (wished) hold.release()
    if (!selection || !(wished || (chosen && follows))) return
    // A ledger row is where its alarms are.
    if (selection.kind === 'bundle') {
      const places = placesOfBundle(data.room, selection.bundleId)
      return afterPaint(() => alive() && fitPoints(map, places))
    }
    const subject = subjectOf(data, selection)
    const place = placeOf(subject, data.positions)
    if (!place) return
    // An alarm that became an incident is still at the same place: nobody chose anything.
    const same = before && placeOf(subjectOf(data, before), data.positions) === place
    const point = [place.lon, place.lat] as const
    if (wished) return afterPaint(() => alive() && focusOn(map, point))
    if (same || (map.getZoom() >= readableZoom && isInView(map, point, edge))) return
    const others = whoGoes(subject, data.room, data.positions, now() + data.clockOffset)
    const all = [point, ...others.map(({ lon, lat }) => [lon, lat] as const)]
    afterPaint(() => alive() && fitPoints(map, all))
  }, [map, alive, hold, store, now, selection, centring])
  return null
}

const placesOfBundle = (room: Room, bundleId: string): readonly (readonly [number, number])[] =>
  bundledAlarms(room, bundleId).flatMap(({ siteId }) => {
    const place = room.sites.get(siteId)?.location
    return place ? [[place.lon, place.lat] as const] : []
  })

/** Farther out, a town is one dot, and no place in it can be made out. */
const readableZoom = 10.5
/**
 * Nearer to the edge than this (CSS pixels) a symbol counts as out of view, since its ring and
 * label would be cut.
 */
const edge = 60
