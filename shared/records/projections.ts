import { alarmProjection } from '../alarms/projection'
import { incidentProjection } from '../incidents/projection'
import { searchProjection } from '../search/projection'
import { assignmentProjection } from '../teams/projection'
import type { Projection } from './projection'

/** Every projection there is. */
export const projections: readonly Projection[] = [
  alarmProjection,
  incidentProjection,
  assignmentProjection,
  searchProjection,
]
