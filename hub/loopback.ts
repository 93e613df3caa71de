import type { IncomingHttpHeaders } from 'node:http'
import { isLoopback } from '../node/is-loopback'
import type { Problem } from '../shared/wire/sessions'

/** Whether the `Host` of a request, with or without a port, names this machine. */
const isLoopbackAuthority = (authority: string): boolean =>
  isLoopback(authority.replace(/:\d{1,5}$/, ''))

/**
 * Why a hub of this machine does not answer a request, or null. A web page can make its own name
 * resolve to 127.0.0.1 and then talk to the hub as if it were its own server (DNS rebinding). The
 * `Host` still names that page's site. Only a client that is not a browser leaves it out.
 */
export function foreignHost({ host }: IncomingHttpHeaders): Problem | null {
  if (host === undefined || isLoopbackAuthority(host)) return null
  return {
    error: 'wrong-host',
    message:
      'This hub serves its own machine only: ask for it as 127.0.0.1 or localhost, not by another name',
  }
}

/**
 * Why a socket is not opened, or null. Browsers let any page open a WebSocket to any address,
 * including this machine's, and say which page it is. Other programs say nothing. Only pages served
 * by this machine's hub may connect.
 */
export function foreignPage({ origin, host = '' }: IncomingHttpHeaders): Problem | null {
  const own =
    origin === undefined ||
    (URL.canParse(origin) && new URL(origin).host === host && isLoopbackAuthority(host))
  if (own) return null
  return { error: 'foreign-page', message: 'Web pages from elsewhere may not connect to this hub' }
}
