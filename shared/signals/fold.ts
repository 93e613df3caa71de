import type { EntryOf } from '../console/events'
import { keptQuarantined, type Room } from '../console/room'

/** Openings and closings are events of the site, not alarms: they set whether it is armed. */
export function foldSignal(room: Room, { at, data }: EntryOf<'signal-received'>): Room {
  const signalCount = room.signalCount + 1
  if (data.class !== 'opening' && data.class !== 'closing') return { ...room, signalCount }
  const arming = { siteId: data.siteId, armed: data.class === 'closing', at, user: data.user }
  return { ...room, signalCount, arming: room.arming.set(data.siteId, arming) }
}

export function foldQuarantined(room: Room, { seq, at, data }: EntryOf<'signal-quarantined'>): Room {
  const newest = [{ ...data, seq, at }, ...room.quarantine.newest].slice(0, keptQuarantined)
  return { ...room, quarantine: { count: room.quarantine.count + 1, newest } }
}
