import { type Detail, detail, details } from '../signals/detail-codes'
import { accountOf } from '../sites/account'

/**
 * A header with characters it may not have, although CRC and length are right: a panel set to an
 * account or a number that DC-09 does not have. Says how to address the panel, and what is wrong in
 * words.
 */
export interface BrokenHeader {
  readonly detail: Detail
  readonly account: string | null
  /** As received, to be repeated in the answer; null where that is impossible. */
  readonly sequence: string
  readonly receiver: string | null
  readonly prefix: string
  readonly sentAccount: string | null
}

const loose =
  /^"\*?([^"*]{1,16})"([^RL#[]{0,20})(?:R([^L#[]{0,20}))?(?:L([^#[]{0,20}))?(?:#([^[]{0,40}))?\[/

/** Never answered, or two receivers would talk forever. */
const replies: ReadonlySet<string> = new Set(['ACK', 'NAK', 'DUH', 'RSP'])

/** Null when the body has no header's layout, or its header has no invalid character. */
export function readBrokenHeader(body: string): BrokenHeader | null {
  const parts = loose.exec(body)
  if (parts === null || replies.has(parts[1] ?? '')) return null
  const [, , sequence = '', receiver = null, prefix = '', account = null] = parts
  const faults = [
    /^\d{4}$/.test(sequence) ? null : detail('sequence', { value: shown(sequence) }),
    receiver === null ? null : hexFault('receiver', receiver, 6),
    prefix === '' ? null : hexFault('prefix', prefix, 6),
    account === null ? null : hexFault('account', account, 16),
  ].filter((fault) => fault !== null)
  if (faults.length === 0) return null
  const sentAccount = account === null ? null : sayable(account)
  return {
    detail: details(faults),
    sequence: sayable(sequence) ?? '0000',
    receiver: receiver === null ? null : sayable(receiver),
    prefix: sayable(prefix) ?? '',
    account: sentAccount === null ? null : accountOf(sentAccount),
    sentAccount,
  }
}

function hexFault(
  name: 'receiver' | 'prefix' | 'account',
  value: string,
  most: number,
): Detail | null {
  if (value === '') return detail(`${name}-empty`)
  if (!/^[0-9A-Fa-f]+$/.test(value)) return detail(`${name}-hex`, { value: shown(value) })
  return value.length > most ? detail(`${name}-long`, { value: shown(value), most }) : null
}

const shown = (value: string): string =>
  /^[\x21-\x7e]+$/.test(value) ? value : JSON.stringify(value)
const sayable = (value: string): string | null => (/^[\x21-\x7e]{1,16}$/.test(value) ? value : null)
