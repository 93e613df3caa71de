import { parseCidData } from './adm-cid'
import { parseSiaData } from './sia-dcs'

const leading = /^#([0-9A-Fa-f]{1,16})\|/

/**
 * The account that data names, as written; null for none. Its # is missing from some senders, which can be understood
 * where the data's grammar is known, for SIA-DCS and ADM-CID only. (In the header it cannot: `L01234` is a prefix.)
 */
export function accountIn(token: string, data: string): string | null {
  const marked = leading.exec(data)?.[1]
  if (marked !== undefined) return marked
  if (data.startsWith('#')) return null
  if (token === 'SIA-DCS') return parseSiaData(data).account
  return token === 'ADM-CID' ? (parseCidData(data)?.account ?? null) : null
}
