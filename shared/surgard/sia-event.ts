import { siaNumbers } from '../codes/sia-numbers'
import { readEventText, wordsWithPeripheral } from '../dc09/event-text'
import { occurrence } from '../dc09/occurrence'
import type { SiaEvent } from '../dc09/sia-dcs'
import { longestText, type SignalEvent } from '../dc09/signal'
import type { TextEncoding } from '../text/read-bytes'
import { cutText } from '../text/shown-text'
import { named } from './reading'

/** `encoding` is that of its text, where known. */
type Said = Partial<SiaEvent> & { readonly encoding?: TextEncoding | undefined }

/** Makes a signal event from a SIA code, its number, and whatever else the line says. */
export function siaEvent(code: string, number: string, said: Said = {}): SignalEvent {
  const { qualifier, area = null, user = null, time = null, date = null } = said
  const text = wordsWithPeripheral(said)
  return {
    table: 'sia',
    code,
    qualifier: qualifier === 'O' ? 'old-new' : 'new',
    ...siaNumbers(code, named(number), { area: named(area), user: named(user) }),
    text: text ? cutText(readEventText(text, said.encoding), longestText) || null : null,
    // The line does not say when it was sent, so a time without a date means nothing.
    occurredAt: occurrence({ time, date }, null),
    extended: [],
  }
}
