import { derivedOf } from '../lang/derived'
import type { Instant } from '../lang/instant'
import type { Room } from '../room/room'

const lastAnswered = derivedOf((alarms: Room['alarms']): { readonly at: Instant | null } => {
  let at: Instant | null = null
  alarms.forEach((alarm) => {
    if (alarm.phase !== 'raised') at = Math.max(at ?? 0, alarm.acknowledgedAt)
  })
  return { at }
})

/** When the last alarm was answered; null when the room remembers none. */
export const quietSince = ({ alarms }: Pick<Room, 'alarms'>): Instant | null =>
  lastAnswered(alarms).at
