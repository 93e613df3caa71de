import { type CallOutcome, callOutcomes } from '../../shared/calls/call'
import { ringingOf } from '../../shared/calls/decide'
import { sentence } from '../../shared/lang/decision'
import type { Action } from '../console/action'
import type { ConsoleData, Selection } from '../console/console-store'
import { subjectOf } from '../console/selection'
import { commandRefusal } from '../console/send-command'

const ringingAbout = (data: ConsoleData, about: Selection) => {
  const { incident } = subjectOf(data, about)
  const call = incident && ringingOf(incident)
  return incident && call ? { incident, call } : null
}

const outcomeAction = (outcome: CallOutcome, at: number): Action => ({
  id: `call-${outcome}`,
  keys: String(at + 1),
  group: 'incident',
  only: 'live',
  refusal: (data, about) =>
    commandRefusal(data, 'end-call') ??
    (ringingAbout(data, about) ? null : sentence('no-call-rings', 'No call is ringing here')),
  async perform({ data, ports, send }, about) {
    const ringing = ringingAbout(data, about)
    if (!ringing) return
    const { incident, call } = ringing
    await send({
      ...{ type: 'end-call', incidentId: incident.id, callId: call.id, outcome },
      threatId: ports.newId(),
    })
  },
})

/** Outcomes of the ringing call: the digits 1 to 4. */
export const callOutcomeActions: readonly Action[] = callOutcomes.map(outcomeAction)
