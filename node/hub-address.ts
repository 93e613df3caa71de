import { isLoopback } from './is-loopback'

/**
 * The origin of a hub's address as somebody gave it. Throws a sentence when it is none, or when
 * passwords and tokens would leave this machine in the clear. `option` is what it was given by.
 */
export function parseHubAddress(text: string, option = '--hub'): string {
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !['http:', 'https:'].includes(url.protocol))
    throw new Error(`${option} takes an address such as https://hub.example:7410, not "${text}"`)
  if (url.protocol === 'http:' && !isLoopback(url.hostname))
    throw new Error(
      `${option} ${url.origin} would send passwords in the clear to another machine. Let the hub speak TLS (--tls-cert, ` +
        `--tls-key, or a TLS proxy before it) and give https://${url.host}`,
    )
  return url.origin
}
