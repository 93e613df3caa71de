import { callRefusal } from '../../shared/calls/decide'
import type { Action } from '../console/action'
import { commandRefusal } from '../console/send-command'
import { incidentToCallFor, isSaid, nextOrRefusal } from './call-about'
import { callContact } from './call-contact'

export const callNextAction: Action = {
  id: 'call-next',
  keys: 'p',
  group: 'incident',
  refusal(data, about) {
    const general = commandRefusal(data, 'call-contact')
    if (general) return general
    const incident = incidentToCallFor(data, about)
    if (isSaid(incident)) return incident
    const next = nextOrRefusal(data, incident)
    return (
      callRefusal(data.room, incident, isSaid(next) ? { elsewhere: true } : next) ??
      (isSaid(next) ? next : null)
    )
  },
  async perform({ data, ports, send }, about) {
    const incident = incidentToCallFor(data, about)
    if (isSaid(incident)) return
    const next = nextOrRefusal(data, incident)
    if (!isSaid(next)) await callContact({ ports, send }, incident, next)
  },
}
