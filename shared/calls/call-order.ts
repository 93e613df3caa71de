import type { Call, Called } from './call'

export interface ContactCalls<Contact> {
  readonly contact: Contact
  readonly calls: readonly Call[]
}

const keyOf = ({ role, name, phone }: Called): string => `${phone}|${name}|${role}`

/** Each contact in call order with what was tried. Calls to other people belong to no contact. */
export function contactCalls<Contact extends Called>(
  contacts: readonly Contact[],
  calls: readonly Call[] = [],
): readonly ContactCalls<Contact>[] {
  return contacts.map((contact) => ({
    contact,
    calls: calls.filter((call) => keyOf(call) === keyOf(contact)),
  }))
}

/**
 * Whom to call next: the first who has not been called, then those who did not answer, the longest
 * ago first. Null when everybody was reached or nobody may be called (`silent`: no telephone may
 * ring at the site).
 */
export function nextToCall<Contact extends Called>(
  rows: readonly ContactCalls<Contact>[],
  { silent }: { readonly silent: boolean },
): Contact | null {
  const open = rows.filter(
    ({ contact, calls }) =>
      !(silent && contact.elsewhere === undefined) && calls.every(isUnanswered),
  )
  const [first] = open.toSorted((a, b) => lastTry(a) - lastTry(b))
  return first?.contact ?? null
}

const isUnanswered = (call: Call): boolean =>
  call.phase === 'ringing' || call.outcome === 'no-answer'

const lastTry = ({ calls }: ContactCalls<unknown>): number => calls.at(-1)?.at ?? 0
