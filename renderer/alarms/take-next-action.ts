import { topUnanswered } from '../../shared/alarms/top-unanswered'
import { sentence } from '../../shared/lang/decision'
import type { Action } from '../console/action'
import { selectOnly } from '../console/selection'

/**
 * Goes to the alarm that is to be answered next, the gravest and of equals the newest, without
 * taking it yet: the officer reads before acknowledging.
 */
export const takeNextAction: Action = {
  id: 'take-next',
  keys: 'space, ctrl+space, enter',
  group: 'take',
  anywhere: true,
  // In a replay nothing waits for an answer, and the key plays it.
  only: 'live',
  refusal: ({ room }) =>
    topUnanswered(room) ? null : sentence('nothing-unanswered', 'There is no unanswered alarm'),
  perform({ data, ports }) {
    const next = topUnanswered(data.room)
    if (next) selectOnly(ports.store, next)
  },
}
