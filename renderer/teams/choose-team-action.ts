import type { Action } from '../console/action'
import { openDialog } from '../console/console-changes'
import { dispatchTarget, dispatchTargetRefusal, takeTarget } from './dispatch'

export const chooseTeamAction: Action = {
  id: 'choose-team',
  keys: 'shift+d',
  group: 'send',
  refusal: dispatchTargetRefusal,
  async perform(context, about) {
    const target = dispatchTarget(context.data, about)
    if (!target) return
    const incidentId = takeTarget(context, target)
    openDialog(context.ports, { kind: 'choose-team', incidentId })
  },
}
