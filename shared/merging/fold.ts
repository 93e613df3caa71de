import type { Incident } from '../incidents/incident'
import { logLine } from '../incidents/log-line'
import { sceneOf } from '../incidents/scene'
import type { AnyEntry } from '../journal/entry'
import { changeRow } from '../lang/table'
import type { Room } from '../room/room'
import type { MergingEntry } from './merging'

type Change = (incident: Incident) => Incident

/** Changes two incidents, and says the same in the log of both. */
function changePair(
  room: Room,
  entry: AnyEntry,
  [first, second]: readonly [readonly [string, Change], readonly [string, Change]],
): Room {
  const params = { from: nameOf(room, first[0]), into: nameOf(room, second[0]) }
  const logged =
    (change: Change): Change =>
    (incident) => {
      const { log, ...changed } = change(incident)
      return { ...changed, log: [...log, logLine(entry, params)] } as Incident
    }
  const incidents = [first, second].reduce(
    (rows, [id, change]) => changeRow(rows, id, logged(change)),
    room.incidents,
  )
  return { ...room, incidents }
}

const nameOf = (room: Room, incidentId: string): string =>
  sceneOf(room, room.incidents.get(incidentId))?.name ?? ''

export const foldMerged = (room: Room, entry: MergingEntry<'incident-merged'>): Room => {
  const { incidentId, intoId } = entry.data
  return changePair(room, entry, [
    [incidentId, (incident) => ({ ...incident, mergedInto: intoId })],
    [intoId, (into) => ({ ...into, merged: [...(into.merged ?? []), incidentId] })],
  ])
}

export const foldUnmerged = (room: Room, entry: MergingEntry<'incident-unmerged'>): Room => {
  const { incidentId, fromId } = entry.data
  return changePair(room, entry, [
    [incidentId, ({ mergedInto: _, ...incident }) => incident as Incident],
    [fromId, (from) => withList(from, 'merged', without(from.merged, incidentId))],
  ])
}

export const foldLinked = (room: Room, entry: MergingEntry<'incidents-linked'>): Room => {
  const { incidentId, withId } = entry.data
  return changePair(room, entry, [
    [incidentId, (one) => ({ ...one, links: [...(one.links ?? []), withId] })],
    [withId, (one) => ({ ...one, links: [...(one.links ?? []), incidentId] })],
  ])
}

export const foldUnlinked = (room: Room, entry: MergingEntry<'incidents-unlinked'>): Room => {
  const { incidentId, withId } = entry.data
  return changePair(room, entry, [
    [incidentId, (one) => withList(one, 'links', without(one.links, withId))],
    [withId, (one) => withList(one, 'links', without(one.links, incidentId))],
  ])
}

const without = (ids: readonly string[] = [], gone: string): readonly string[] =>
  ids.filter((id) => id !== gone)

/** An incident that has nothing in the list is as if it never had. */
function withList(incident: Incident, list: 'merged' | 'links', ids: readonly string[]): Incident {
  const { [list]: _, ...rest } = incident
  return (ids.length === 0 ? rest : { ...rest, [list]: ids }) as Incident
}
