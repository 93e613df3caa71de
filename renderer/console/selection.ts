import { useShallow } from 'zustand/react/shallow'
import type { Alarm } from '../../shared/alarms/alarm'
import type { Incident } from '../../shared/incidents/incident'
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
  readonly incident: Incident | null
  readonly site: SiteRow | null
  readonly team: Team | null
}

const nothing: Subject = { alarm: null, incident: null, site: null, team: null }

/**
 * Resolves a selection in a room. An alarm leads to its incident, a team to the incident it is on,
 * a site to what is open there.
 */
export function subjectOf({ room }: Pick<ConsoleData, 'room'>, selection: Selection): Subject {
  if (!selection) return nothing
  switch (selection.kind) {
    case 'alarm': {
      const alarm = room.alarms.get(selection.alarmId) ?? null
      const incident =
        alarm && alarm.phase !== 'raised' ? (room.incidents.get(alarm.incidentId) ?? null) : null
      return { alarm, incident, site: room.sites.get(alarm?.siteId ?? '') ?? null, team: null }
    }
    case 'incident': {
      const incident = room.incidents.get(selection.incidentId) ?? null
      const alarm = room.alarms.get(incident?.alarmIds.at(-1) ?? '') ?? null
      return { alarm, incident, site: room.sites.get(incident?.siteId ?? '') ?? null, team: null }
    }
    case 'team': {
      const team = room.teams.get(selection.teamId) ?? null
      const assignment =
        team?.phase === 'assigned' ? room.assignments.get(team.assignmentId) : undefined
      const incident = room.incidents.get(assignment?.incidentId ?? '') ?? null
      return { alarm: null, incident, site: room.sites.get(incident?.siteId ?? '') ?? null, team }
    }
    // A ledger row is about many sites; their things are looked up from their alarms.
    case 'bundle':
    // An unknown account has no site.
    case 'held':
      return nothing
    case 'site': {
      const incident = room.incidents.get(room.openIncidents.get(selection.siteId) ?? '') ?? null
      return { alarm: null, incident, site: room.sites.get(selection.siteId) ?? null, team: null }
    }
  }
}

/** What the officer's selection is about; redraws only when one of its parts changes. */
export const useSubject = (): Subject =>
  useConsole(useShallow((data: ConsoleData) => subjectOf(data, data.selection)))
