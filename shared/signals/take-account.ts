import { agreeFirst } from '../accounts/agree-first'
import type { Stamp } from '../accounts/stamp'
import { accept, type Decision, type Refusal, refuse, sentence } from '../lang/decision'
import type { Room } from '../room/room'
import { siteOf } from '../sites/account'
import type { SignalCommand } from './commands'
import { isAlarmed } from './held-alarm'
import type { SignalEntry, SignalEvent } from './signal'

/** Null when an unknown account reports an alarm that can be dealt with; otherwise why not. */
export function heldRefusal(room: Room, account: string): Refusal | null {
  if (isAlarmed(room.held.get(account))) return null
  const site = siteOf(room, account)
  return site
    ? sentence(
        'account-known',
        'Account {account} belongs to {site} by now: its alarms are in the queue',
        {
          account,
          site: site.name,
        },
      )
    : sentence('account-not-held', 'Nothing of account {account} waits any more', { account })
}

/**
 * Null when an unknown account's alarm can be set aside; otherwise why not. Somebody must have it
 * in hand.
 */
export function setAsideRefusal(room: Room, account: string): Refusal | null {
  const refusal = heldRefusal(room, account)
  if (refusal || room.held.get(account)?.alarm?.taken) return refusal
  return sentence('account-not-taken', 'Nobody has account {account} in hand: take it first', {
    account,
  })
}

/** Takes an unknown account's alarm; the second officer to press is told who was first. */
export function decideTake(
  room: Room,
  { account }: SignalCommand<'take-account'>,
  { by }: Stamp,
): Decision<SignalEvent> {
  const refusal = heldRefusal(room, account)
  if (refusal) return { outcome: 'refused', refusal }
  const taken = room.held.get(account)?.alarm?.taken
  if (taken)
    return agreeFirst(by, taken, {
      code: 'account-already-taken',
      text: '{by} took it first, at {at}',
    })
  return accept({ type: 'account-taken', data: { account } })
}

/** Ends it without a site: the next report waits again. */
export function decideSetAside(
  room: Room,
  { account, reason }: SignalCommand<'set-account-aside'>,
): Decision<SignalEvent> {
  const refusal = setAsideRefusal(room, account)
  if (refusal) return refuse(refusal.code, refusal.text, refusal.params)
  return accept({ type: 'account-set-aside', data: { account, reason } })
}

/**
 * The signals stay held whatever becomes of the alarm: only attaching the account makes them take
 * effect.
 */
export function foldHeldAlarm(
  room: Room,
  entry: SignalEntry<'account-taken' | 'account-set-aside'>,
): Room {
  const { at, by, data } = entry
  const row = room.held.get(data.account)
  if (!isAlarmed(row)) return room
  const { alarm, ...rest } = row
  const taken = { id: by.id, name: by.name, at }
  const after = entry.type === 'account-taken' ? { ...rest, alarm: { ...alarm, taken } } : rest
  return { ...room, held: room.held.set(data.account, after) }
}
