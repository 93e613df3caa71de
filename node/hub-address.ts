import { isLoopback } from './is-loopback'

export type HubAddressFault = 'no-address' | 'in-the-clear'

/** Why an address is not accepted. `at` is the text itself, or the address it would become. */
interface NotTaken {
  readonly fault: HubAddressFault
  readonly at: string
}

/**
 * The origin of a hub address that somebody typed. Refuses text that is no address, and an address
 * to which passwords and tokens would leave this machine unencrypted.
 */
export function hubAddressOf(text: string): string | NotTaken {
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !['http:', 'https:'].includes(url.protocol)) return { fault: 'no-address', at: text }
  if (url.protocol === 'http:' && !isLoopback(url.hostname))
    return { fault: 'in-the-clear', at: `https://${url.host}` }
  return url.origin
}

/** The same for an address given by `option` on a command line. Throws a sentence. */
export function parseHubAddress(text: string, option = '--hub'): string {
  const read = hubAddressOf(text)
  if (typeof read === 'string') return read
  if (read.fault === 'no-address')
    throw new Error(`${option} takes an address such as https://hub.example:7410, not "${text}"`)
  throw new Error(
    `${option} ${new URL(text).origin} would send passwords in the clear to another machine. Let the hub speak TLS (--tls-cert, ` +
      `--tls-key, or a TLS proxy before it) and give ${read.at}`,
  )
}
