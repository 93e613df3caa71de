import { useShallow } from 'zustand/react/shallow'
import type { Alarm } from '../../shared/alarms/alarm'
import type { Incident } from '../../shared/incidents/incident'
import { sceneOf } from '../../shared/incidents/scene'
import { wholeIncident } from '../../shared/incidents/whole'
import type { Room } from '../../shared/room/room'
import type { SiteRow } from '../../shared/sites/site-row'
import type { Team } from '../../shared/teams/team'
import { useConsole } from './console-context'
import type { ConsoleData, ConsoleStore, Selection } from './console-store'

/**
 * Selects something else. It leaves an open dialog: the text typed stays as a draft, so nothing
 * typed about one subject can end up with another.
 */
export const selectOnly = (store: ConsoleStore, selection: Selection): void =>
  store.setState((data) =>
    sameSelection(data.selection, selection) ? { selection } : { selection, dialog: null },
  )

const sameSelection = (one: Selection, other: Selection): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

/** Everything a selection is about. The card, the map and the actions all ask this one function. */
export interface Subject {
  /** The selected alarm, or the incident's newest. */
  readonly alarm: Alarm | null
  /** With all that is merged in it. */
  readonly incident: Incident | null
  readonly site: SiteRow | null
  /** Where it is: the site, or the place that somebody reported. */
  readonly scene: SiteRow | null
  readonly team: Team | null
}

const nothing: Subject = { alarm: null, incident: null, site: null, scene: null, team: null }

/**
 * Resolves a selection in a room. An alarm leads to its incident, a team to the incident it is on,
 * a site to what is open there.
 */
export function subjectOf({ room }: Pick<ConsoleData, 'room'>, selection: Selection): Subject {
  if (!selection) return nothing
  switch (selection.kind) {
    case 'alarm': {
      const alarm = room.alarms.get(selection.alarmId) ?? null
      const incidentId = alarm && alarm.phase !== 'raised' ? alarm.incidentId : ''
      const site = room.sites.get(alarm?.siteId ?? '') ?? null
      return { alarm, ...ofIncident(room, incidentId), site, scene: site, team: null }
    }
    case 'incident': {
      const about = ofIncident(room, selection.incidentId)
      const alarm = room.alarms.get(about.incident?.alarmIds.at(-1) ?? '') ?? null
      return { alarm, ...about, team: null }
    }
    case 'team': {
      const team = room.teams.get(selection.teamId) ?? null
      const assignment =
        team?.phase === 'assigned' ? room.assignments.get(team.assignmentId) : undefined
      // A team goes where it was sent, also when that incident was merged into another.
      const scene = sceneOf(room, room.incidents.get(assignment?.incidentId ?? '')) ?? null
      return { alarm: null, ...ofIncident(room, assignment?.incidentId ?? ''), scene, team }
    }
    // A ledger row is about many sites; their things are looked up from their alarms.
    case 'bundle':
    // An unknown account has no site.
    case 'held':
      return nothing
    case 'site': {
      const { incident } = ofIncident(room, room.openIncidents.get(selection.siteId) ?? '')
      const site = room.sites.get(selection.siteId) ?? null
      return { alarm: null, incident, site, scene: site, team: null }
    }
  }
}

function ofIncident(room: Room, incidentId: string): Pick<Subject, 'incident' | 'site' | 'scene'> {
  const incident = wholeIncident(room, incidentId) ?? null
  const site = room.sites.get(incident?.siteId ?? '') ?? null
  return { incident, site, scene: sceneOf(room, incident ?? undefined) ?? null }
}

/** What the officer's selection is about; redraws only when one of its parts changes. */
export const useSubject = (): Subject =>
  useConsole(useShallow((data: ConsoleData) => subjectOf(data, data.selection)))
