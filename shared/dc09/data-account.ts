import { isSameAccount } from '../sites/account'
import { cidWording, unspacedCid } from './cid-wording'

const marked = /^#([0-9A-Fa-f]{1,16})\|/
const unmarked = /^([0-9A-Fa-f]{1,16})\|/
/** Text such as FA01 may be an account, or a code and its zone. */
const perhapsEvent = /^[A-Z]{2}\d*$/

export interface AccountAndRest {
  readonly account: string | null
  readonly rest: string
}

/**
 * Takes the account off the front of SIA-DCS or ADM-CID data, `#1234|…`. Some senders omit the #;
 * then the header's account (null when it has none) decides what an account is. If the two differ,
 * only text that cannot be an event counts as somebody else's account.
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
  // Without the header's account, all we know is that no code begins with a digit.
  return /^\d/.test(account) || (header !== null && !perhapsEvent.test(account)) ? found : null
}

export function accountIn(
  token: string,
  data: string,
  header: string | null = null,
): string | null {
  if (token === 'SIA-DCS' || token === 'ADM-CID') return takeAccount(token, data, header).account
  return marked.exec(data)?.[1] ?? null
}
