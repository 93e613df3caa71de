import { onDuty } from '../accounts/issuer'
import type { alarmEvents } from '../alarms/alarm'
import type { incidentEvents } from '../incidents/incident'
import type { mergingEvents } from '../merging/merging'
import type { Noun } from '../room/noun'
import { reportCommands } from './commands'
import { decideReport } from './decide'
import { foldReportAdded, foldReported } from './fold'
import { reportEvents } from './report'

/** What people report by telephone. Reports are kept with their incident. */
export const reports: Noun<
  typeof reportEvents,
  typeof reportCommands,
  never,
  typeof alarmEvents & typeof incidentEvents & typeof mergingEvents
> = {
  events: reportEvents,
  folds: { 'incident-reported': foldReported, 'incident-report-added': foldReportAdded },
  marks: {
    'incident-reported': (_, { data }) => [`incident:${data.incidentId}`],
    'incident-report-added': (_, { data }) => [`incident:${data.incidentId}`],
  },
  foundBySiteName: ['incident-reported'],
  parts: {},
  projections: [],
  commands: reportCommands,
  rules: { 'report-incident': { may: onDuty, decide: decideReport } },
}
