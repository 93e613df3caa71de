import { incidentRefusal } from '../../shared/incidents/decide'
import type { Incident } from '../../shared/incidents/incident'
import { type Refusal, sentence } from '../../shared/lang/decision'
import type { ConsoleData, Selection } from '../console/console-store'
import { subjectOf } from '../console/selection'

/**
 * The incident a selection is about: its own, the one its team is on, or the one open at its site.
 */
export const incidentAbout = (data: ConsoleData, about: Selection): Incident | null =>
  subjectOf(data, about).incident

/** Null when there is an incident that can be worked on; otherwise why not. */
export function incidentAboutRefusal(data: ConsoleData, about: Selection): Refusal | null {
  return incidentPresent(data, about) ?? incidentRefusal(incidentAbout(data, about) ?? undefined)
}

export const noIncident = sentence('no-incident', 'No incident is open here')

/** Null when there is an incident at all, open or closed. */
export function incidentPresent(data: ConsoleData, about: Selection): Refusal | null {
  if (!about) return sentence('nothing-selected', 'Nothing is selected')
  if (incidentAbout(data, about)) return null
  const { alarm } = subjectOf(data, about)
  return alarm?.phase === 'raised'
    ? sentence('not-acknowledged', 'Nobody has acknowledged this alarm yet')
    : noIncident
}
