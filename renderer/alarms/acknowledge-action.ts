import type { Alarm } from '../../shared/alarms/alarm'
import { topUnanswered } from '../../shared/alarms/top-unanswered'
import { clockTime } from '../../shared/lang/clock-time'
import { type Refusal, sentence } from '../../shared/lang/decision'
import type { Instant } from '../../shared/lang/instant'
import { heldRefusal } from '../../shared/signals/take-account'
import type { Action } from '../console/action'
import { type ConsoleData, me, type Selection } from '../console/console-store'
import { selectOnly } from '../console/selection'
import { commandRefusal } from '../console/send-command'

/**
 * Takes the selected alarm or, with nothing selected, the first of the queue. With anything else
 * selected it is refused and does not go elsewhere: a second press must not take an alarm nobody
 * has looked at.
 */
export const acknowledgeAction: Action = {
  id: 'acknowledge',
  keys: 'a',
  group: 'take',
  refusal(data, about) {
    const meant = about ?? topUnanswered(data.room)
    if (meant?.kind === 'held')
      return commandRefusal(data, 'take-account') ?? accountRefusal(data, meant.account)
    return commandRefusal(data, 'acknowledge-alarm') ?? alarmRefusal(data, meant)
  },
  async perform({ data, ports, send }, about) {
    const meant = about ?? topUnanswered(data.room)
    if (meant?.kind === 'held') {
      selectOnly(ports.store, meant)
      await send({ type: 'take-account', account: meant.account })
      return
    }
    const alarm = alarmAbout(data, meant)
    if (alarm?.phase !== 'raised') return
    selectOnly(ports.store, { kind: 'alarm', alarmId: alarm.id })
    await send({ type: 'acknowledge-alarm', alarmId: alarm.id, incidentId: ports.newId() })
  },
}

function alarmAbout({ room }: ConsoleData, about: Selection): Alarm | null {
  if (about?.kind === 'alarm') return room.alarms.get(about.alarmId) ?? null
  const incident = about?.kind === 'incident' ? room.incidents.get(about.incidentId) : undefined
  return room.alarms.get(incident?.alarmIds.at(-1) ?? '') ?? null
}

function alarmRefusal(data: ConsoleData, about: Selection): Refusal | null {
  const alarm = alarmAbout(data, about)
  if (!alarm) return sentence('nothing-unanswered', 'There is no unanswered alarm')
  if (alarm.phase === 'raised') return null
  const { acknowledgedById: id, acknowledgedBy: name, acknowledgedAt: at } = alarm
  return takenRefusal(data, { id, name, at })
}

function accountRefusal(data: ConsoleData, account: string): Refusal | null {
  const taken = data.room.held.get(account)?.alarm?.taken
  return heldRefusal(data.room, account) ?? (taken ? takenRefusal(data, taken) : null)
}

interface Taken {
  readonly id: string | undefined
  readonly name: string
  readonly at: Instant
}

/**
 * A double press is no race: officers who already have the alarm are not told that somebody was
 * faster.
 */
function takenRefusal(data: ConsoleData, { id, name, at }: Taken): Refusal {
  if (id !== undefined && me(data)?.id === id)
    return sentence('done-by-you', 'You did this already, at {at}', { at: clockTime(at) })
  return sentence('in-hand-of', 'In hand since {at}: {by}', { by: name, at: clockTime(at) })
}
