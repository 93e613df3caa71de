import { appendLog } from '../incidents/fold'
import type { Room } from '../room/room'
import { aboutKey, type Escalated, type EscalationEntry } from './escalation'
import { stillStands } from './standing'

/** Records it, and drops what waits no longer: no entry says that a wait is over. */
export function foldEscalated(room: Room, entry: EscalationEntry<'escalated'>): Room {
  const { data, at, seq } = entry
  const row: Escalated = { ...data, key: aboutKey(data), at, seq }
  const escalated = room.escalated.filter((one) => stillStands(room, one)).set(row.key, row)
  const told = { level: data.level, waits: data.waits, names: data.to.map(nameOf).join(', ') }
  const noted = { ...room, escalated }
  return data.incidentId === undefined ? noted : appendLog(noted, data.incidentId, entry, told)
}

const nameOf = ({ name }: { readonly name: string }): string => name

export const foldTimesSet = (
  room: Room,
  { at, by, data }: EscalationEntry<'escalation-times-set'>,
): Room => ({ ...room, escalationTimes: { ...data, at, by: by.name, byId: by.id } })
