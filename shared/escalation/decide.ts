import type { Stamp } from '../accounts/stamp'
import { clockTime } from '../lang/clock-time'
import { accept, agree, type Decision, refuse } from '../lang/decision'
import { sameJson } from '../lang/same-json'
import type { Room } from '../room/room'
import type { EscalationCommand } from './commands'
import type { EscalationEvent } from './escalation'
import { timesInForce } from './standing'
import { type EscalationTimes, graveness, waits } from './times'

export function decideSetTimes(
  room: Room,
  { replaces, times }: EscalationCommand<'set-escalation-times'>,
  _: Stamp,
): Decision<EscalationEvent> {
  const inForce = room.escalationTimes
  if (sameJson(timesInForce(room), times))
    return agree('escalation-times-in-force', 'Just these times are in force')
  const version = inForce?.version ?? 0
  if (replaces !== version)
    return refuse(
      'escalation-times-changed',
      '{by} changed the times at {at}: look at them, then change them again',
      { by: inForce?.by ?? '', at: clockTime(inForce?.at ?? 0) },
    )
  if (skipsSecond(times))
    return refuse('escalation-order', 'A supervisor is told no sooner than a second officer')
  if (threatWaitsForEver(times))
    return refuse(
      'escalation-of-threat',
      'An alarm of a person under threat that nobody takes always goes to the supervisor',
    )
  return accept({ type: 'escalation-times-set', data: { version: version + 1, times } })
}

const skipsSecond = (times: EscalationTimes): boolean =>
  waits.some((what) =>
    graveness.some((grave) => {
      const { 'second-officer': second, supervisor } = times[what][grave]
      return second !== null && supervisor !== null && supervisor < second
    }),
  )

const threatWaitsForEver = ({ unowned }: EscalationTimes): boolean =>
  unowned.threat.supervisor === null
