import type { Room } from '../console/room'
import type { LogLine } from './incident'

/** A line of some incident's log, with the incident it belongs to. */
export interface RoomLine {
  readonly line: LogLine
  readonly incidentId: string
  readonly siteId: string
}

/** Closed incidents looked at: older ones cannot hold one of the newest lines in any room that is being worked in. */
const closedLookedAt = 20

/** What happened last in the whole room, newest first: at most `count` lines of all logs. */
export function latestEvents(
  { incidents, openIncidents, closedIncidents }: Pick<Room, 'incidents' | 'openIncidents' | 'closedIncidents'>,
  count: number,
): readonly RoomLine[] {
  const ids = [...openIncidents.values(), ...closedIncidents.slice(-closedLookedAt)]
  return ids
    .flatMap((id) => {
      const incident = incidents.get(id)
      if (!incident) return []
      return incident.log.slice(-count).map((line) => ({ line, incidentId: id, siteId: incident.siteId }))
    })
    .sort((a, b) => b.line.seq - a.line.seq)
    .slice(0, count)
}
