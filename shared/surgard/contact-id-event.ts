import { cidNamesUser } from '../codes/tables'
import type { SignalEvent, SignalQualifier } from '../dc09/signal'
import { named } from './reading'

/** Contact ID as receivers write it, with a letter for the qualifier. */
export interface ContactIdReport {
  readonly qualifier: 'E' | 'R' | 'P'
  readonly code: string
  readonly group: string
  readonly number: string
  /**
   * Whether the number is a contact (C) or a user (U), where the receiver says so; otherwise the
   * code's table decides.
   */
  readonly names?: 'C' | 'U' | null
}

const qualifiers: Readonly<Record<ContactIdReport['qualifier'], SignalQualifier>> = {
  E: 'new',
  R: 'restore',
  P: 'status',
}

export function contactIdEvent({
  qualifier,
  code,
  group,
  number,
  names = null,
}: ContactIdReport): SignalEvent {
  const byUser = names === null ? cidNamesUser(code) : names === 'U'
  return {
    table: 'cid',
    code,
    qualifier: qualifiers[qualifier],
    partition: named(group),
    zone: byUser ? null : named(number),
    user: byUser ? named(number) : null,
    text: null,
    occurredAt: null,
    extended: [],
  }
}
