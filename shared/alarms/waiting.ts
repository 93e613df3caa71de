import type { Room } from '../room/room'
import type { Alarm } from './alarm'

/**
 * Whether an alarm is in the queue: nobody has taken it, and no rule keeps it in the ledger
 * (shared/triage).
 */
export const isWaiting = (alarm: Alarm | undefined): boolean =>
  alarm?.phase === 'raised' && alarm.bundleId === undefined

export function waitingAlarms({
  alarms,
  openAlarms,
}: Pick<Room, 'alarms' | 'openAlarms'>): readonly Alarm[] {
  const waiting: Alarm[] = []
  for (const id of openAlarms.values()) {
    const alarm = alarms.get(id)
    if (alarm && isWaiting(alarm)) waiting.push(alarm)
  }
  return waiting
}
