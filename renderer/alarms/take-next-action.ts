import { topUnanswered } from '../../shared/alarms/top-unanswered'
import { sentence } from '../../shared/lang/decision'
import type { Action } from '../console/action'
import { selectOnly } from '../console/selection'

/**
 * Goes to the next alarm to answer (the gravest and, among equals, the newest) without taking it:
 * the officer reads before acknowledging.
 */
export const takeNextAction: Action = {
  id: 'take-next',
  keys: 'space, ctrl+space, enter',
  group: 'take',
  anywhere: true,
  // Nothing waits for an answer in a replay, where this key plays.
  only: 'live',
  refusal: ({ room }) =>
    topUnanswered(room) ? null : sentence('nothing-unanswered', 'There is no unanswered alarm'),
  perform({ data, ports }) {
    const next = topUnanswered(data.room)
    if (next) selectOnly(ports.store, next)
  },
}
