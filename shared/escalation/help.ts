import type { Actor, Who } from '../accounts/actor'
import { agreeFirst } from '../accounts/agree-first'
import type { Stamp } from '../accounts/stamp'
import type { EntryHead } from '../journal/entry'
import { accept, type Decision } from '../lang/decision'
import { hour, type Instant } from '../lang/instant'
import type { Room } from '../room/room'
import { floodEnd, officersAt, rateAt } from '../triage/load'
import type { EscalationEntry, EscalationEvent } from './escalation'

/** A second officer was called, and whether anybody came. */
export interface Help {
  readonly seq: number
  readonly at: Instant
  readonly by: Who
  /** The first other officer who has signed in or taken an alarm since. */
  readonly came: (Who & { readonly at: Instant }) | null
}

/** A call that nobody followed is dropped after this: the night has gone on without them. */
const callLasts = hour

/**
 * The call in force at an instant, or null. Once somebody came, it stays as long as the flood it
 * was made in.
 */
export function helpAt({ help, load }: Pick<Room, 'help' | 'load'>, at: Instant): Help | null {
  if (!help) return null
  if (help.came === null) return at - help.at < callLasts ? help : null
  const flood = load.floodSince !== null && floodEnd(load, at) === null
  return flood ? help : null
}

export function decideCall(room: Room, _: object, { by, at }: Stamp): Decision<EscalationEvent> {
  const called = helpAt(room, at)
  if (called?.came === null)
    return agreeFirst(
      by,
      { id: called.by.id, name: called.by.name, at: called.at },
      { code: 'second-officer-called', text: '{by} called a second officer at {at}' },
    )
  const { load } = room
  return accept({
    type: 'second-officer-called',
    data: { rate: rateAt(load, at), officers: officersAt(load, at) },
  })
}

export const foldCalled = (
  room: Room,
  { seq, at, by }: EscalationEntry<'second-officer-called'>,
): Room => ({ ...room, help: { seq, at, by: { id: by.id, name: by.name }, came: null } })

const mayHelp = ({ role }: Actor): boolean => role === 'officer' || role === 'supervisor'

/** Somebody signed in or took an alarm: if they were called, they have come. */
export function arrived(help: Room['help'], { at, by }: EntryHead): Room['help'] {
  if (help === null || help.came !== null || by.id === help.by.id || !mayHelp(by)) return help
  return { ...help, came: { id: by.id, name: by.name, at } }
}
