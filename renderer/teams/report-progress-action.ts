import { sentence } from '../../shared/lang/decision'
import { type Assignment, type Progress, progressSteps } from '../../shared/teams/assignment'
import type { Action } from '../console/action'
import { commandRefusal } from '../console/send-command'
import { runAbout, runRefusal } from './run-about'

/** The crew's next report; null once it has cleared. */
export const nextProgress = ({ phase }: Assignment): Progress | null =>
  phase === 'dispatched'
    ? 'acknowledged'
    : (progressSteps[(progressSteps as readonly string[]).indexOf(phase) + 1] ?? null)

export const reportProgressAction: Action = {
  id: 'report-progress',
  keys: 'shift+p',
  group: 'run',
  refusal(data, about) {
    const refusal = commandRefusal(data, 'report-progress') ?? runRefusal(data, about)
    if (refusal) return refusal
    const run = runAbout(data, about)
    return run && nextProgress(run) ? null : sentence('no-team-on-it', 'No team is under way here')
  },
  async perform({ data, send }, about) {
    const run = runAbout(data, about)
    const to = run && nextProgress(run)
    if (run && to) await send({ type: 'report-progress', assignmentId: run.id, to })
  },
}
