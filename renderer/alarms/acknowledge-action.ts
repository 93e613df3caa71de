import type { Alarm } from '../../shared/alarms/alarm'
import { clockTime } from '../../shared/lang/clock-time'
import { type Refusal, sentence } from '../../shared/lang/decision'
import type { Action } from '../app/action'
import type { ConsoleData, Selection } from '../app/console-store'
import { selectOnly } from '../app/selection'
import { commandRefusal } from '../app/send-command'
import { topUnanswered } from './queue-rows'

/**
 * Takes the alarm that is selected; with nothing selected the first of the queue. With anything else selected it is
 * refused rather than led elsewhere: pressing twice must not take an alarm nobody has looked at.
 */
export const acknowledgeAction: Action = {
  id: 'acknowledge',
  keys: 'a',
  refusal(data, about) {
    return commandRefusal(data, 'acknowledge-alarm') ?? alarmRefusal(data, about)
  },
  async perform({ data, ports, send }, about) {
    const alarm = alarmAbout(data, about)
    if (alarm?.phase !== 'raised') return
    selectOnly(ports.store, { kind: 'alarm', alarmId: alarm.id })
    await send({ type: 'acknowledge-alarm', alarmId: alarm.id, incidentId: ports.newId() })
  },
}

function alarmAbout({ room }: ConsoleData, about: Selection): Alarm | null {
  if (!about) return topUnanswered(room)
  if (about.kind === 'alarm') return room.alarms.get(about.alarmId) ?? null
  const incident = about.kind === 'incident' ? room.incidents.get(about.incidentId) : undefined
  return room.alarms.get(incident?.alarmIds.at(-1) ?? '') ?? null
}

function alarmRefusal(data: ConsoleData, about: Selection): Refusal | null {
  const alarm = alarmAbout(data, about)
  if (!alarm) return sentence('nothing-unanswered', 'There is no unanswered alarm')
  if (alarm.phase === 'raised') return null
  return sentence('alarm-already-acknowledged', '{by} acknowledged it first, at {at}', {
    by: alarm.acknowledgedBy,
    at: clockTime(alarm.acknowledgedAt),
  })
}
