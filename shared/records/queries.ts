import { z } from 'zod'
import { dispositionSchema } from '../alarms/alarm'
import { alarmTable } from '../alarms/projection'
import { siteYearQuery } from '../alarms/site-year'
import { alarmKindSchema } from '../codes/kinds'
import { incidentTable } from '../incidents/projection'
import { idSchema } from '../lang/id'
import { searchQuery, siteEventsQuery } from '../search/query'
import { rawSignalsQuery } from '../signals/raw-query'
import { assignmentTable } from '../teams/projection'
import { listQuery } from './query'
import { pageShape } from './request'

const id = idSchema.optional()
const kind = alarmKindSchema.optional()
const disposition = dispositionSchema.optional()

export const recordsQueries = {
  alarms: listQuery(alarmTable, {
    about: 'Alarms from beginning to end',
    request: z.object({ ...pageShape, siteId: id, incidentId: id, disposition, kind }),
    by: ['siteId', 'incidentId', 'disposition', 'kind'],
  }),
  'site-year': siteYearQuery,
  incidents: listQuery(incidentTable, {
    about: 'Incidents with all their times',
    request: z.object({ ...pageShape, siteId: id, ownerId: id, disposition, kind }),
    by: ['siteId', 'ownerId', 'disposition', 'kind'],
  }),
  assignments: listQuery(assignmentTable, {
    about: 'Runs of teams with their times',
    request: z.object({ ...pageShape, teamId: id, incidentId: id }),
    by: ['teamId', 'incidentId'],
  }),
  'site-events': siteEventsQuery,
  'raw-signals': rawSignalsQuery,
  journal: searchQuery,
} as const

export type RecordsQueryName = keyof typeof recordsQueries
export const recordsQueryNames = Object.keys(recordsQueries) as [
  RecordsQueryName,
  ...RecordsQueryName[],
]
type Query<Name extends RecordsQueryName> = (typeof recordsQueries)[Name]
export type RecordsRequest<Name extends RecordsQueryName> = z.input<Query<Name>['request']>
export type RecordsRow<Name extends RecordsQueryName> = z.output<Query<Name>['row']>
