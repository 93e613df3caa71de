import type { AlarmKind, Priority } from '../codes/kinds'
import type { Instant } from '../lang/instant'
import type { AssignmentPhase } from '../teams/assignment'
import { inLane } from './lane'
import type { Order } from './queue'
import type { RowGroup } from './queue-groups'
import type { RowSite } from './row-site'

/** One line of the queue: an alarm nobody has taken, or an incident somebody works on. */
export type QueueRow = AlarmRow | IncidentRow | HeldRow
/** A line that somebody has in hand. */
export type InHandRow = IncidentRow | HeldRow

interface RowFacts extends Order {
  readonly id: string
  readonly priority: Priority
  /** The gravest cause; of an incident with a person under threat, that one. */
  readonly kind: AlarmKind
  readonly site: RowSite | undefined
  readonly zone: string | null
  /** When the alarm was raised, or the first one of the incident: what its age counts from. */
  readonly at: Instant
  readonly signalCount: number
  /** When the panel reported all causes gone; null while one stands. */
  readonly restoredAt: Instant | null
}
export interface AlarmRow extends RowFacts {
  readonly type: 'alarm'
  /** It stands for several: this one leads them. */
  readonly group?: RowGroup
}
export interface IncidentRow extends RowFacts {
  readonly type: 'incident'
  readonly alarmIds: readonly string[]
  readonly owner: string
  readonly ownerId: string
  /** Over at this desk; the hub has yet to hear of it. */
  readonly ending: boolean
  /** The team furthest on its way, and how many more are on it. */
  readonly team: {
    readonly assignmentId: string
    readonly callSign: string
    readonly phase: AssignmentPhase
    readonly more: number
  } | null
}

/** An unknown account that reports an alarm: nobody can say where it is. */
export interface HeldRow extends RowFacts {
  readonly type: 'held'
  readonly account: string
  readonly said: { readonly code: string; readonly meaning: string }
  /** Who has it in hand; null: nobody. */
  readonly owner: string | null
  readonly ownerId: string | null
  /** As of an incident. */
  readonly ending: boolean
}

/** Whether nobody has taken what a row shows. */
export const isUnanswered = (row: QueueRow): boolean =>
  row.type === 'alarm' || (row.type === 'held' && row.owner === null && !row.ending)

/** Whether `you`, an officer's id, has it in hand. */
export const isYours = (row: QueueRow, you: string | undefined): boolean =>
  row.type !== 'alarm' && you !== undefined && row.ownerId === you

/** The queue as it stands on screen, from above. */
export interface QueueSections {
  /** Persons under threat: unanswered ones, then those in hand. */
  readonly lane: readonly QueueRow[]
  readonly waiting: readonly QueueRow[]
  readonly inHand: readonly QueueRow[]
}

/** Rows keep the order they come in. */
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
