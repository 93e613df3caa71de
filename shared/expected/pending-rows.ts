import type { Incident } from '../incidents/incident'
import type { StepProgress } from '../incidents/plan-progress'
import { assertNever } from '../lang/assert-never'
import { type Ended, type Mark, stepMark } from './mark'

export type PendingRow =
  | { readonly row: 'alarm'; readonly alarmId: string }
  | { readonly row: 'incident'; readonly incident: Pick<Incident, 'id' | 'alarmIds'> }
  | { readonly row: 'step'; readonly step: Step; readonly incident: Pick<Incident, 'id'> }
  | { readonly row: 'run'; readonly assignmentId: string }
  | { readonly row: 'team'; readonly teamId: string; readonly assignmentId: string | undefined }
  | { readonly row: 'test'; readonly testId: string }
  | { readonly row: 'bundle'; readonly bundleId: string }
  | { readonly row: 'account'; readonly account: string }
  | { readonly row: 'entry'; readonly seq: number }

type Step = Pick<StepProgress, 'id' | 'action' | 'run'>

/**
 * `dispatch`: a team still to be sent. `ending`: something that stands at the hub until the hub
 * hears that it is over. `mark`: anything else that is only expected.
 */
export type Pending = 'dispatch' | 'ending' | 'mark'

/**
 * Whether a row shows something only expected: asked for at this desk and not answered by the hub.
 * Every row of every screen asks this function.
 */
export function pendingOf(marks: ReadonlySet<Mark>, row: PendingRow): Pending | null {
  const any = (...found: readonly Mark[]) => (found.some((one) => marks.has(one)) ? 'mark' : null)
  switch (row.row) {
    case 'alarm':
      return any(`alarm:${row.alarmId}`)
    case 'incident': {
      const { id, alarmIds } = row.incident
      return (
        ending(marks, 'incident', id) ??
        any(`incident:${id}`, ...alarmIds.map((one): Mark => `alarm:${one}`))
      )
    }
    case 'step':
      return pendingStep(marks, row.step, row.incident)
    case 'run':
      return sending(marks, row.assignmentId) ?? any(`assignment:${row.assignmentId}`)
    case 'team':
      return (
        sending(marks, row.assignmentId) ??
        any(`team:${row.teamId}`, `assignment:${row.assignmentId ?? ''}`)
      )
    case 'test':
      return ending(marks, 'test', row.testId) ?? any(`test:${row.testId}`)
    case 'bundle':
      return ending(marks, 'bundle', row.bundleId) ?? any(`bundle:${row.bundleId}`)
    case 'account':
      return ending(marks, 'account', row.account) ?? any(`account:${row.account}`)
    case 'entry':
      return any(`entry:${row.seq}`)
    default:
      return assertNever(row)
  }
}

const sending = (marks: ReadonlySet<Mark>, assignmentId: string | undefined): Pending | null =>
  marks.has(`sending:${assignmentId ?? ''}`) ? 'dispatch' : null

const ending = (marks: ReadonlySet<Mark>, what: Ended, id: string): Pending | null =>
  marks.has(`ending-${what}:${id}`) ? 'ending' : null

/** A step is done, tried or skipped because somebody said so or because something happened. */
function pendingStep(
  marks: ReadonlySet<Mark>,
  { id, action, run }: Step,
  incident: Pick<Incident, 'id'>,
): Pending | null {
  if (marks.has(stepMark(incident.id, id))) return 'mark'
  if (run !== null && action === 'dispatch') return sending(marks, run)
  if (run !== null && action === 'arrival') return marks.has(`arrival:${run}`) ? 'mark' : null
  return action === 'close' && ending(marks, 'incident', incident.id) ? 'mark' : null
}
