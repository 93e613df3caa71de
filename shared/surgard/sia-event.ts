import { siaNumbers } from '../codes/sia-numbers'
import { readableText } from '../dc09/bytes'
import { occurrence } from '../dc09/occurrence'
import type { SiaEvent } from '../dc09/sia-dcs'
import { longestText, type SignalEvent } from '../dc09/signal'
import { named } from './reading'

/** A SIA code with what its number names; the rest as the line said, if it said so. */
export function siaEvent(code: string, number: string, said: Partial<SiaEvent> = {}): SignalEvent {
  const { qualifier, area = null, user = null, text = null, time = null, date = null } = said
  return {
    table: 'sia',
    code,
    qualifier: qualifier === 'O' ? 'old-new' : 'new',
    ...siaNumbers(code, named(number), { area: named(area), user: named(user) }),
    text: text ? readableText(text).trim().slice(0, longestText) || null : null,
    // The line does not say when it was sent, so a time without a date says nothing.
    occurredAt: occurrence({ time, date }, null),
    extended: [],
  }
}
