import type { AlarmKind, Priority } from '../codes/kinds'
import type { Instant } from '../lang/instant'
import type { AssignmentPhase } from '../teams/assignment'
import { inLane } from './lane'
import type { Order } from './queue'
import type { RowGroup } from './queue-groups'
import type { RowSite } from './row-site'

export type QueueRow = AlarmRow | IncidentRow | HeldRow
export type InHandRow = IncidentRow | HeldRow

interface RowFacts extends Order {
  readonly id: string
  readonly priority: Priority
  /**
   * The kind with the highest priority. An incident with a person under threat always shows that
   * kind.
   */
  readonly kind: AlarmKind
  readonly site: RowSite | undefined
  readonly zone: string | null
  /** When the alarm, or the first alarm of the incident, was raised. Its age counts from here. */
  readonly at: Instant
  readonly signalCount: number
  /** When the panel reported that all causes were gone; null while one stands. */
  readonly restoredAt: Instant | null
}
export interface AlarmRow extends RowFacts {
  readonly type: 'alarm'
  /** Set when this row leads a group. */
  readonly group?: RowGroup
}
export interface IncidentRow extends RowFacts {
  readonly type: 'incident'
  readonly alarmIds: readonly string[]
  /** How many incidents are merged in it, itself included. */
  readonly parts: number
  readonly owner: string
  readonly ownerId: string
  /** Ended at this desk, but the hub has not heard of it yet. */
  readonly ending: boolean
  /** The most advanced team, and how many others are assigned. */
  readonly team: {
    readonly assignmentId: string
    readonly callSign: string
    readonly phase: AssignmentPhase
    readonly more: number
  } | null
}

/** An unknown account that reports an alarm. Nobody can say where it is. */
export interface HeldRow extends RowFacts {
  readonly type: 'held'
  readonly account: string
  readonly said: { readonly code: string; readonly meaning: string }
  readonly owner: string | null
  readonly ownerId: string | null
  readonly ending: boolean
}

export const isUnanswered = (row: QueueRow): boolean =>
  row.type === 'alarm' || (row.type === 'held' && row.owner === null && !row.ending)

export const isYours = (row: QueueRow, you: string | undefined): boolean =>
  row.type !== 'alarm' && you !== undefined && row.ownerId === you

export interface QueueSections {
  /** Persons under threat: unanswered rows first, then those in hand. */
  readonly lane: readonly QueueRow[]
  readonly waiting: readonly QueueRow[]
  readonly inHand: readonly QueueRow[]
}

export function sectionsOf(rows: readonly QueueRow[]): QueueSections {
  const lane: QueueRow[] = []
  const waiting: QueueRow[] = []
  const inHand: QueueRow[] = []
  for (const row of rows) {
    if (inLane(row.kind)) lane.push(row)
    else if (isUnanswered(row)) waiting.push(row)
    else inHand.push(row)
  }
  return { lane, waiting, inHand }
}
