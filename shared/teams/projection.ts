import { z } from 'zod'
import { idSchema } from '../lang/id'
import { type PastRows, type Projection, put, type RecordChange } from '../records/projection'
import { recordTable } from '../records/table'
import {
  type AssignmentEntry,
  type AssignmentPhase,
  assignmentPhases,
  type DispatchReason,
} from './assignment'

export const assignmentRecordSchema = z.object({
  /** The entry that sent the team. */
  seq: z.number().int(),
  assignmentId: idSchema,
  incidentId: idSchema,
  teamId: idSchema,
  phase: z.enum(assignmentPhases),
  dispatchedAt: z.number(),
  dispatchedBy: z.string(),
  dispatchedById: z.string(),
  /** 1 when the console recommended this team. */
  recommended: z.union([z.literal(0), z.literal(1)]),
  acknowledgedAt: z.number().nullable(),
  enRouteAt: z.number().nullable(),
  onSceneAt: z.number().nullable(),
  /** `phase` says how it ended: cleared, cancelled or reassigned. */
  endedAt: z.number().nullable(),
  /** Why it was cancelled or reassigned. */
  reason: z.string(),
})
export type AssignmentRecord = z.output<typeof assignmentRecordSchema>

export const assignmentTable = recordTable('assignments', assignmentRecordSchema, {
  key: 'assignmentId',
  listedBy: ['teamId', 'incidentId'],
})

interface Run {
  readonly assignmentId: string
  readonly incidentId: string
  readonly teamId: string
  readonly dispatch: DispatchReason
}

export const assignmentProjection: Projection<AssignmentEntry> = {
  name: 'assignments',
  version: 1,
  tables: [assignmentTable],
  project(entry, past) {
    const { at } = entry
    switch (entry.type) {
      case 'team-dispatched': {
        const { assignmentId, incidentId, teamId, reason } = entry.data
        return [
          put(
            assignmentTable,
            begun(entry, { assignmentId, incidentId, teamId, dispatch: reason }),
          ),
        ]
      }
      case 'dispatch-acknowledged':
        return enter(past, entry.data.assignmentId, { phase: 'acknowledged', acknowledgedAt: at })
      case 'team-en-route':
        return enter(past, entry.data.assignmentId, { phase: 'en-route', enRouteAt: at })
      case 'team-on-scene':
        return enter(past, entry.data.assignmentId, { phase: 'on-scene', onSceneAt: at })
      case 'team-cleared':
        return enter(past, entry.data.assignmentId, { phase: 'cleared', endedAt: at })
      case 'dispatch-cancelled': {
        const { assignmentId, reason } = entry.data
        return enter(past, assignmentId, { phase: 'cancelled', endedAt: at, reason })
      }
      case 'team-reassigned': {
        const { assignmentId, newAssignmentId, toIncidentId, reason, dispatch } = entry.data
        const old = past.get(assignmentTable, assignmentId)
        if (!old) return []
        const { teamId } = old
        const run = { assignmentId: newAssignmentId, incidentId: toIncidentId, teamId, dispatch }
        return [
          ...enter(past, assignmentId, { phase: 'reassigned', endedAt: at, reason }),
          put(assignmentTable, begun(entry, run)),
        ]
      }
      default:
        // No other entry is about a team's run.
        return []
    }
  },
}

const begun = (
  { seq, at, by }: AssignmentEntry,
  { assignmentId, incidentId, teamId, dispatch }: Run,
): AssignmentRecord => ({
  ...{ seq, assignmentId, incidentId, teamId, phase: 'dispatched' },
  ...{ dispatchedAt: at, dispatchedBy: by.name, dispatchedById: by.id },
  ...{ recommended: dispatch.recommended ? 1 : 0, acknowledgedAt: null, enRouteAt: null },
  ...{ onSceneAt: null, endedAt: null, reason: '' },
})

function enter(
  past: PastRows,
  assignmentId: string,
  change: Partial<AssignmentRecord> & { readonly phase: AssignmentPhase },
): readonly RecordChange[] {
  const run = past.get(assignmentTable, assignmentId)
  return run ? [put(assignmentTable, { ...run, ...change })] : []
}
