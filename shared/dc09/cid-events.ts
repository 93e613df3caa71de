import { type CidEvent, parseCidData } from './adm-cid'
import { furtherCid, looseCid } from './cid-wording'
import { takeAccount } from './data-account'

export interface CidData {
  readonly account: string | null
  /** Empty when nothing could be read. */
  readonly events: readonly CidEvent[]
}

const qualifiers: Readonly<Record<string, CidEvent['qualifier']>> = {
  E: '1',
  R: '3',
  P: '6',
  1: '1',
  3: '3',
  6: '6',
}
/** The same limit per frame as for SIA: one frame must not make the hub judge a thousand events. */
const mostEvents = 32

/**
 * Every event of Contact ID data: the standard's one, and those that some senders append or write
 * in their own way. Anything else is text of the last event. It never throws.
 */
export function readCidEvents(data: string, header: string | null = null): CidData {
  const { account, rest } = takeAccount('ADM-CID', data, header)
  const whole = parseCidData(data, header)
  const { events, text } = looseEvents(account, rest)
  if (whole !== null && events.length < 2) return { account: whole.account, events: [whole] }
  const last = events.at(-1)
  if (last === undefined) return { account, events: [] }
  return { account, events: [...events.slice(0, -1), { ...last, text }] }
}

function looseEvents(account: string | null, rest: string) {
  const events: CidEvent[] = []
  let at = 0
  while (events.length < mostEvents) {
    const pattern = events.length === 0 ? looseCid : furtherCid
    pattern.lastIndex = at
    const found = pattern.exec(rest)
    if (found === null) break
    at += found[0].length
    events.push(eventOf(account, found.groups ?? {}))
  }
  return { events, text: wordsOf(rest.slice(at)) }
}

function eventOf(account: string | null, said: Readonly<Record<string, string>>): CidEvent {
  return {
    account,
    qualifier: qualifiers[(said.qualifier ?? '').toUpperCase()] ?? '1',
    code: (said.code ?? '').toUpperCase(),
    group: said.usualGroup ?? said.group ?? said.groupAlone ?? '00',
    number: said.usualNumber ?? said.number ?? said.numberAlone ?? '000',
    text: null,
  }
}

/** Text in further brackets stays unread, as after a single event. */
const wordsOf = (tail: string): string | null =>
  tail
    .replace(/\]\[.*$/s, '')
    .replace(/^[\s|/;,^*]+|[\s^*]+$/g, '')
    .trim() || null
