import { siaNumbers } from '../codes/sia-numbers'
import { readEventText, wordsWithPeripheral } from '../dc09/event-text'
import { occurrence } from '../dc09/occurrence'
import type { SiaEvent } from '../dc09/sia-dcs'
import { longestText, type SignalEvent } from '../dc09/signal'
import type { TextEncoding } from '../text/read-bytes'
import { cutText } from '../text/shown-text'
import { named } from './reading'

/** `encoding`: of its text, where that is known. */
type Said = Partial<SiaEvent> & { readonly encoding?: TextEncoding | undefined }

/** A SIA code with what its number names; the rest as the line said, if it said so. */
export function siaEvent(code: string, number: string, said: Said = {}): SignalEvent {
  const { qualifier, area = null, user = null, time = null, date = null } = said
  const text = wordsWithPeripheral(said)
  return {
    table: 'sia',
    code,
    qualifier: qualifier === 'O' ? 'old-new' : 'new',
    ...siaNumbers(code, named(number), { area: named(area), user: named(user) }),
    text: text ? cutText(readEventText(text, said.encoding), longestText) || null : null,
    // The line does not say when it was sent, so a time without a date says nothing.
    occurredAt: occurrence({ time, date }, null),
    extended: [],
  }
}
