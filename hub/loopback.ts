import type { IncomingHttpHeaders } from 'node:http'
import { isLoopback } from '../node/is-loopback'
import type { Problem } from '../shared/wire/sessions'

/** Whether the `Host` of a request, with or without a port, names this machine. */
const isLoopbackAuthority = (authority: string): boolean =>
  isLoopback(authority.replace(/:\d{1,5}$/, ''))

/**
 * Why a request to a hub of this machine is not answered, or null. A web page can have its own name
 * resolve to 127.0.0.1 and then speak with the hub as if it were its own server (DNS rebinding);
 * the `Host` still says that page's name. Only what is no browser leaves it out.
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
 * Why a socket is not opened, or null. Browsers let any page open a WebSocket to any address, this
 * machine's included, and say which page it is; programs say nothing. Only pages that this
 * machine's hub serves itself may.
 */
export function foreignPage({ origin, host = '' }: IncomingHttpHeaders): Problem | null {
  const own =
    origin === undefined ||
    (URL.canParse(origin) && new URL(origin).host === host && isLoopbackAuthority(host))
  if (own) return null
  return { error: 'foreign-page', message: 'Web pages from elsewhere may not connect to this hub' }
}
