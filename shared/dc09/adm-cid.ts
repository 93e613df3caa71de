/** One Contact ID event, `Q XYZ GG CCC`, as written. */
export interface CidEvent {
  /** Inside the data; null when it names none. */
  readonly account: string | null
  /** 1 new or opening, 3 restore or closing, 6 still present. */
  readonly qualifier: '1' | '3' | '6'
  /** Three hex digits; B-F occur in vendor codes. */
  readonly code: string
  /** Partition, 00 for none. */
  readonly group: string
  /** Zone or user, whichever the code speaks of; 000 for none. */
  readonly number: string
  readonly text: string | null
}

// The spaces are usual but not always there; the # and the account are missing from some senders.
// What follows in further brackets but is no extended field stays unread, and must not cost the event.
const wording =
  /^(?:#?([0-9A-Fa-f]{1,16})\||\|)?\s*([136])\s*([0-9A-Fa-f]{3})\s*([0-9A-Fa-f]{2})\s*([0-9A-Fa-f]{3})\s*(?:\|(.*)|\]\[.*)?$/s

/** Reads the data of an ADM-CID frame, `[#acct|]QXYZ GG CCC`; null when it is not that. */
export function parseCidData(data: string): CidEvent | null {
  const match = wording.exec(data)
  if (match === null) return null
  const [, account = null, qualifier, code = '', group = '', number = '', text] = match
  return {
    account,
    qualifier: qualifier as CidEvent['qualifier'],
    code: code.toUpperCase(),
    group,
    number,
    text: text || null,
  }
}
