import type { Action } from '../console/action'
import { openDialog } from '../console/console-changes'
import { dispatchTarget, dispatchTargetRefusal, takeTarget } from './dispatch'

/** Shows all teams in the order they would be recommended, to send another one or a further one. */
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
