import type { Incident } from '../incidents/incident'
import { logLine } from '../incidents/log-line'
import { ledBy } from '../incidents/own-plan'
import { changeRow } from '../lang/table'
import type { Room } from '../room/room'
import type { Report, ReportEntry } from './report'

export function foldReported(room: Room, entry: ReportEntry<'incident-reported'>): Room {
  const { incidentId, siteId, place, kind, priority, plan } = entry.data
  const incident: Incident = {
    ...{ id: incidentId, siteId, kind, priority },
    ...(place && { place }),
    openedAt: entry.at,
    owner: { id: entry.by.id, name: entry.by.name },
    ...{ alarmIds: [], assignmentIds: [], steps: {} },
    plan: { ...plan, asOf: entry.seq },
    reports: [reportOf(entry)],
    log: [logLine(entry, saidIn(entry))],
    phase: 'open',
  }
  return {
    ...room,
    incidents: room.incidents.set(incidentId, incident),
    openIncidents: room.openIncidents.set(siteId, incidentId),
  }
}

/** The gravest of its alarms and reports says what the incident is. */
export function foldReportAdded(room: Room, entry: ReportEntry<'incident-report-added'>): Room {
  const incidents = changeRow(room.incidents, entry.data.incidentId, (incident) => ({
    ...ledBy(room, incident, entry.data),
    reports: [...(incident.reports ?? []), reportOf(entry)],
    log: [...incident.log, logLine(entry, saidIn(entry))],
  }))
  return { ...room, incidents }
}

function reportOf({ seq, at, by, data }: ReportEntry): Report {
  const { kind, priority, text, callerName, callerPhone } = data
  return {
    ...{ seq, at, by: by.name, kind, priority, text },
    ...(callerName !== undefined && { callerName }),
    ...(callerPhone !== undefined && { callerPhone }),
  }
}

const saidIn = ({ data: { kind, text, callerName = '', callerPhone = '' } }: ReportEntry) => ({
  ...{ kind, text },
  caller: [callerName, callerPhone].filter((said) => said !== '').join(' · '),
})
