import { isIPv6 } from 'node:net'

/**
 * What limits per address count by. Who has one address of IPv6 has a network of 2^64 of them, so
 * the network stands for them all; an address of IPv4 that came over a socket of IPv6 is the one of
 * IPv4. What is no address stays as it is. The system knows no address of a sender that has gone
 * already.
 */
export function networkOf(address: string | undefined): string {
  if (address === undefined) return 'unknown'
  // Asked for each message, and nearly always of IPv4.
  if (!address.includes(':')) return address
  const [plain = ''] = address.split('%')
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1]
  if (mapped !== undefined || !isIPv6(plain)) return mapped ?? address
  const [head = '', tail] = plain.split('::')
  const groups = head === '' ? [] : head.split(':')
  const after = tail ? tail.split(':') : []
  const left =
    tail === undefined ? [] : Array<string>(Math.max(0, 8 - groups.length - after.length)).fill('0')
  const network = [...groups, ...left, ...after].slice(0, 4)
  return `${network.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}

/** An IPv4 address that came over an IPv6 socket as it is known everywhere else. */
export const plainAddress = (address = 'unknown'): string =>
  address.replace(/^::ffff:(?=\d+\.)/i, '')
