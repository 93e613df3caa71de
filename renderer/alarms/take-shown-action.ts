import { mostTaken } from '../../shared/alarms/commands'
import { inLane } from '../../shared/alarms/lane'
import type { QueueRow } from '../../shared/alarms/queue-row'
import { type Refusal, sentence } from '../../shared/lang/decision'
import type { Action } from '../console/action'
import type { ConsoleData } from '../console/console-store'
import { commandRefusal } from '../console/send-command'
import { shownQueueIn } from './use-queue-rows'

/**
 * The unanswered alarms of the kind or district that is shown, in the order of the queue; as many
 * as one command takes. A person under threat is never one of many.
 */
export const alarmsToTake = (waiting: readonly QueueRow[]): readonly string[] =>
  waiting
    .flatMap((row) => (row.type === 'alarm' ? (row.group?.rows ?? [row]) : []))
    .filter(({ kind }) => !inLane(kind))
    .map(({ id }) => id)
    .slice(0, mostTaken)

/** Takes all that waits of one kind or of one district, so that two officers share a storm. */
export const takeShownAction: Action = {
  id: 'take-shown',
  keys: 'shift+x',
  group: 'take',
  only: 'live',
  refusal: (data) => commandRefusal(data, 'take-alarms') ?? shownRefusal(data),
  async perform({ data, ports, send }) {
    const alarms = alarmsToTake(shownQueueIn(data).waiting).map((alarmId) => ({
      alarmId,
      incidentId: ports.newId(),
    }))
    if (alarms.length > 0) await send({ type: 'take-alarms', alarms })
  },
}

function shownRefusal(data: ConsoleData): Refusal | null {
  const { kind, district } = data.queueView.filter
  if (kind === null && district === null)
    return sentence('choose-what-to-take', 'Choose a kind or a district first: then all of it')
  return alarmsToTake(shownQueueIn(data).waiting).length > 0
    ? null
    : sentence('nothing-unanswered', 'There is no unanswered alarm')
}
