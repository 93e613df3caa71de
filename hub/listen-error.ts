import { sentence } from '../shared/lang/decision'
import { SaidError } from '../shared/lang/said-error'

/** The code of an operating system error, for example EADDRINUSE. */
export const codeOf = (error: unknown): unknown => (error as NodeJS.ErrnoException | null)?.code

/** The address the hub tried to listen on, and the option that chooses another port. */
interface Wanted {
  readonly host: string
  readonly port: number
  readonly option: '--http-port' | '--dc09-port'
}

/**
 * Why the hub cannot listen and what to do about it, in one sentence. Errors nobody can act on are
 * returned unchanged.
 */
export function listenError(error: unknown, { host, port, option }: Wanted): unknown {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return said(
        'port-in-use',
        'Port {port} is in use by another program; choose another with {option}',
        { port, option },
      )
    case 'EACCES':
      return said(
        'port-not-allowed',
        'Port {port} may not be opened by this user; choose one above 1023 with {option}',
        { port, option },
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return said(
        'no-such-address',
        'This machine has no address {host}; choose another with --host',
        { host },
      )
    default:
      return error
  }
}

const said = (...words: Parameters<typeof sentence>): SaidError => new SaidError(sentence(...words))
