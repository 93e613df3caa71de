import { cidWording, dialledWording } from './cid-wording'
import { takeAccount } from './data-account'
import { isDc05Sum } from './dc05-sum'

export interface CidEvent {
  /** Inside the data; null when the data names none. */
  readonly account: string | null
  /** 1 new or opening, 3 restore or closing, 6 still present. */
  readonly qualifier: '1' | '3' | '6'
  readonly code: string
  /** Partition, 00 for none. */
  readonly group: string
  /** Zone or user, depending on the code; 000 for none. */
  readonly number: string
  readonly text: string | null
}

/**
 * Reads the data of an ADM-CID frame, `[#acct|]QXYZ GG CCC`; null for anything else. `header` is
 * the frame's account. Some senders (TEKNIM) put the whole DC-05 string there: it is read only when
 * its checksum, which counts the account, agrees.
 */
export function parseCidData(data: string, header: string | null = null): CidEvent | null {
  const { account, rest } = takeAccount('ADM-CID', data, header)
  const match = cidWording.exec(rest)
  if (match !== null) return eventOf(account, match.slice(1, 6))
  const whole = dialledWording.exec(rest)
  if (whole === null) return null
  const [, named, type = '', qualifier = '', code = '', group = '', number = '', sum = '', text] =
    whole
  const message = `${type}${qualifier}${code}${group}${number}${sum}`
  return isDc05Sum(message, named?.trim() ?? account ?? header ?? '')
    ? eventOf(account, [qualifier, code, group, number, text])
    : null
}

function eventOf(account: string | null, parts: readonly (string | undefined)[]): CidEvent {
  const [qualifier, code = '', group = '', number = '', text] = parts
  return {
    account,
    qualifier: qualifier as CidEvent['qualifier'],
    code: code.toUpperCase(),
    group,
    number,
    text: text || null,
  }
}
