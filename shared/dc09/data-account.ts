import { isSameAccount } from '../sites/account'
import { cidWording, unspacedCid } from './cid-wording'

const marked = /^#([0-9A-Fa-f]{1,16})\|/
const unmarked = /^([0-9A-Fa-f]{1,16})\|/
/** Text such as FA01 may be an account, or a code and its zone. */
const perhapsEvent = /^[A-Z]{2}\d*$/

export interface AccountAndRest {
  /** As written; null when the data names none. */
  readonly account: string | null
  /** The data after the account. */
  readonly rest: string
}

/**
 * Takes the account off the front of SIA-DCS or ADM-CID data, `#1234|…`. Its # is missing from some
 * senders: then the account of the header (null when it has none) decides what is one. Where the
 * two differ, only what can be no event is taken for the account of somebody else.
 */
export function takeAccount(token: string, data: string, header: string | null): AccountAndRest {
  const found = marked.exec(data) ?? unmarkedAccount(token, data, header)
  return found === null
    ? { account: null, rest: data }
    : { account: found[1] ?? null, rest: data.slice(found[0].length) }
}

function unmarkedAccount(
  token: string,
  data: string,
  header: string | null,
): RegExpExecArray | null {
  const found = unmarked.exec(data)
  const [, account = ''] = found ?? []
  if (account === '' || (header !== null && isSameAccount(account, header))) return found
  if (token === 'ADM-CID') {
    const goesOn = header === null && cidWording.test(data.slice(account.length + 1))
    return unspacedCid.test(account) && !goesOn ? null : found
  }
  if (account.length < 3) return null
  // Without the header's there is nothing to go by but that no code begins with a digit.
  return /^\d/.test(account) || (header !== null && !perhapsEvent.test(account)) ? found : null
}

/**
 * The account that data names, as written; null for none. Only of SIA-DCS and ADM-CID is it known
 * without its #.
 */
export function accountIn(
  token: string,
  data: string,
  header: string | null = null,
): string | null {
  if (token === 'SIA-DCS' || token === 'ADM-CID') return takeAccount(token, data, header).account
  return marked.exec(data)?.[1] ?? null
}
