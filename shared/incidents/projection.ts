import { z } from 'zod'
import { type AlarmEntry, dispositionSchema } from '../alarms/alarm'
import { alarmKindSchema, prioritySchema } from '../codes/kinds'
import { idSchema } from '../lang/id'
import type { MergingEntry } from '../merging/merging'
import { type PastRows, type Projection, put, type RecordChange } from '../records/projection'
import { recordTable } from '../records/table'
import type { ReportEntry } from '../reports/report'
import type { AssignmentEntry } from '../teams/assignment'
import { raiseIncident } from './gravest'
import type { IncidentEntry } from './incident'

/** An incident with all its times, which show how long people waited and where the time went. */
export const incidentRecordSchema = z.object({
  seq: z.number().int(),
  incidentId: idSchema,
  siteId: idSchema,
  kind: alarmKindSchema,
  priority: prioritySchema,
  alarmCount: z.number().int(),
  /** The incident that it is worked on with: the two count as one. */
  mergedInto: z.string().nullable(),
  /** When its first alarm was raised; null for one that the records do not know. */
  raisedAt: z.number().nullable(),
  openedAt: z.number(),
  ownerId: z.string(),
  ownerName: z.string(),
  /** The first time of each, by whichever team; `clearedAt` is the last. */
  dispatchedAt: z.number().nullable(),
  crewAcknowledgedAt: z.number().nullable(),
  enRouteAt: z.number().nullable(),
  onSceneAt: z.number().nullable(),
  clearedAt: z.number().nullable(),
  closedAt: z.number().nullable(),
  closedBy: z.string().nullable(),
  closedById: z.string().nullable(),
  disposition: dispositionSchema.nullable(),
  remark: z.string(),
})
export type IncidentRecord = z.output<typeof incidentRecordSchema>

export const incidentTable = recordTable('incidents', incidentRecordSchema, {
  key: 'incidentId',
  listedBy: ['siteId', 'ownerId', 'disposition', 'kind'],
})

/** The incident of a team's run: later reports name only the run. */
const runTable = recordTable(
  'incidentRuns',
  z.object({ assignmentId: z.string(), incidentId: z.string() }),
  { key: 'assignmentId' },
)
/** When an alarm was raised: the incident that it opens begins there. */
const raisedTable = recordTable(
  'incidentAlarms',
  z.object({ alarmId: z.string(), raisedAt: z.number() }),
  { key: 'alarmId' },
)

type Seen = AlarmEntry | AssignmentEntry | IncidentEntry | ReportEntry | MergingEntry

export const incidentProjection: Projection<Seen> = {
  name: 'incidents',
  version: 2,
  tables: [incidentTable, runTable, raisedTable],
  project(entry, past) {
    const { at } = entry
    switch (entry.type) {
      case 'alarm-raised':
        return [put(raisedTable, { alarmId: entry.data.alarmId, raisedAt: at })]
      case 'incident-opened':
        return [put(incidentTable, opened(entry, past))]
      case 'incident-reported':
        return [put(incidentTable, reported(entry))]
      case 'incident-report-added':
        return changed(past, entry.data.incidentId, (row) => raiseIncident(row, entry.data))
      case 'incident-merged':
        return mergedAs(past, entry.data.incidentId, entry.data.intoId)
      case 'incident-unmerged':
        return mergedAs(past, entry.data.incidentId, null)
      case 'incident-alarm-added':
        return changed(past, entry.data.incidentId, (incident) => ({
          ...raiseIncident(incident, entry.data),
          alarmCount: incident.alarmCount + 1,
        }))
      case 'team-dispatched': {
        const { assignmentId, incidentId } = entry.data
        return sent(past, { assignmentId, incidentId, at })
      }
      case 'team-reassigned': {
        const { assignmentId, newAssignmentId, toIncidentId } = entry.data
        return [
          ...moved(past, assignmentId, (incident) => ({ ...incident, clearedAt: at })),
          ...sent(past, { assignmentId: newAssignmentId, incidentId: toIncidentId, at }),
        ]
      }
      case 'dispatch-acknowledged':
        return first(past, entry, 'crewAcknowledgedAt')
      case 'team-en-route':
        return first(past, entry, 'enRouteAt')
      case 'team-on-scene':
        return first(past, entry, 'onSceneAt')
      case 'team-cleared':
      case 'dispatch-cancelled':
        return moved(past, entry.data.assignmentId, (incident) => ({ ...incident, clearedAt: at }))
      case 'incident-closed':
        return changed(past, entry.data.incidentId, (incident) => closed(incident, entry))
      case 'incident-reopened':
        return changed(past, entry.data.incidentId, (incident) => ({ ...incident, ...notClosed }))
      case 'alarm-released':
        return changed(past, entry.data.incidentId, (incident) => released(incident, entry))
      default:
        // Nothing else changes an incident's phase.
        return []
    }
  },
}

const notClosed = {
  closedAt: null,
  closedBy: null,
  closedById: null,
  disposition: null,
  remark: '',
}

function opened(
  { seq, at, by, data }: IncidentEntry<'incident-opened'>,
  past: PastRows,
): IncidentRecord {
  const { incidentId, siteId, alarmId, kind, priority } = data
  const raisedAt = past.get(raisedTable, alarmId)?.raisedAt ?? null
  return {
    ...{ seq, incidentId, siteId, kind, priority, alarmCount: 1, raisedAt, openedAt: at },
    ...{ ownerId: by.id, ownerName: by.name, ...nothingYet },
  }
}

/** Nobody waited before the call: it begins when the report was taken. */
function reported({ seq, at, by, data }: ReportEntry<'incident-reported'>): IncidentRecord {
  const { incidentId, siteId, kind, priority } = data
  return {
    ...{ seq, incidentId, siteId, kind, priority, alarmCount: 0, raisedAt: at, openedAt: at },
    ...{ ownerId: by.id, ownerName: by.name, ...nothingYet },
  }
}

const nothingYet = {
  mergedInto: null,
  ...{ dispatchedAt: null, crewAcknowledgedAt: null, enRouteAt: null, onSceneAt: null },
  ...{ clearedAt: null, ...notClosed },
}

const mergedAs = (
  past: PastRows,
  incidentId: string,
  mergedInto: string | null,
): readonly RecordChange[] => changed(past, incidentId, (row) => ({ ...row, mergedInto }))

function changed(
  past: PastRows,
  incidentId: string,
  change: (incident: IncidentRecord) => IncidentRecord,
): readonly RecordChange[] {
  const before = past.get(incidentTable, incidentId)
  return before ? [put(incidentTable, change(before))] : []
}

function moved(
  past: PastRows,
  assignmentId: string,
  change: (incident: IncidentRecord) => IncidentRecord,
): readonly RecordChange[] {
  const run = past.get(runTable, assignmentId)
  return run ? changed(past, run.incidentId, change) : []
}

function sent(
  past: PastRows,
  run: { readonly assignmentId: string; readonly incidentId: string; readonly at: number },
): readonly RecordChange[] {
  const { assignmentId, incidentId, at } = run
  return [
    put(runTable, { assignmentId, incidentId }),
    ...changed(past, incidentId, (incident) => ({
      ...incident,
      dispatchedAt: incident.dispatchedAt ?? at,
    })),
  ]
}

const first = (
  past: PastRows,
  { at, data }: AssignmentEntry<'dispatch-acknowledged' | 'team-en-route' | 'team-on-scene'>,
  time: 'crewAcknowledgedAt' | 'enRouteAt' | 'onSceneAt',
): readonly RecordChange[] =>
  moved(past, data.assignmentId, (incident) => ({ ...incident, [time]: incident[time] ?? at }))

/** One that was opened for the alarm given back is over, without a cause. */
function released(
  incident: IncidentRecord,
  { at, by }: AlarmEntry<'alarm-released'>,
): IncidentRecord {
  const alarmCount = incident.alarmCount - 1
  return alarmCount > 0
    ? { ...incident, alarmCount }
    : { ...incident, alarmCount, closedAt: at, closedBy: by.name, closedById: by.id }
}

const closed = (
  incident: IncidentRecord,
  { at, by, data }: IncidentEntry<'incident-closed'>,
): IncidentRecord => ({
  ...incident,
  ...{ closedAt: at, closedBy: by.name, closedById: by.id },
  ...{ disposition: data.disposition, remark: data.remark },
})
