import { sentence } from '../../shared/lang/decision'
import type { Action } from '../console/action'
import { dialogAction } from '../console/dialog-action'
import { subjectOf } from '../console/selection'
import { commandRefusal } from '../console/send-command'
import { likelyAbout, mergedIn } from './merge-about'

/** Offers what is near the selected incident or alarm, to merge or to link. */
export const mergeAction = dialogAction({
  id: 'merge-nearby',
  keys: 'shift+n',
  group: 'incident',
  only: 'live',
  refusal(data, about) {
    const refusal = commandRefusal(data, 'merge-incident')
    if (refusal) return refusal
    if (!about) return sentence('nothing-selected', 'Nothing is selected')
    return likelyAbout(data, about).length > 0
      ? null
      : sentence('nothing-nearby', 'Nothing open near by looks like the same')
  },
  dialog(data, about) {
    const { incident, alarm } = subjectOf(data, about)
    if (incident) return { kind: 'merge', incidentId: incident.id, alarmId: null }
    return alarm ? { kind: 'merge', incidentId: null, alarmId: alarm.id } : null
  },
})

/** Takes apart what was merged last. */
export const unmergeAction: Action = {
  id: 'unmerge',
  keys: 'shift+j',
  group: 'incident',
  only: 'live',
  refusal(data, about) {
    const refusal = commandRefusal(data, 'unmerge-incident')
    if (refusal) return refusal
    const { incident } = subjectOf(data, about)
    if (incident && mergedIn(data.room, incident).length > 0) return null
    return sentence('nothing-merged', 'Nothing is merged in this incident')
  },
  async perform({ data, send }, about) {
    const incidentId = subjectOf(data, about).incident?.merged?.at(-1)
    if (incidentId !== undefined) await send({ type: 'unmerge-incident', incidentId })
  },
}
