import { createCallers } from '../../limits/callers'
import { linkConnections } from '../../limits/connections'
import { connectionsAllowed } from '../../limits/open-file-limit'
import { codeOf } from '../../listen-error'
import { createTcpDoor } from '../tcp-door'
import { type LinkParts, serveReceiver } from './link-connection'
import type { ReceiverLink } from './links'

export interface ListeningLink {
  readonly port: number
  /** Takes nothing more; resolves when what was taken is dealt with. */
  close(): Promise<void>
}

/**
 * Waits for a receiver, or for communicators of panels, to connect. Rejects with a sentence when
 * the port cannot be had.
 */
export async function listenLink(parts: LinkParts): Promise<ListeningLink> {
  const { link, metrics, links } = parts
  const allowed = connectionsAllowed('receivers', links * linkConnections.all)
  const door = createTcpDoor({
    most: Math.max(1, Math.floor(allowed / links)),
    ofSource: linkConnections.ofSource,
    callers: createCallers(link.from),
    serve: (socket) => serveReceiver(socket, parts),
    refused: metrics.hungUp,
  })
  try {
    return { port: await door.listen(link.host, link.port), close: door.close }
  } catch (error) {
    throw linkError(error, link)
  }
}

function linkError(error: unknown, { name, host, port }: ReceiverLink): unknown {
  const cannot = `Receiver link "${name}" cannot listen on ${host}:${port}`
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return new Error(`${cannot}: another program has this port`)
    case 'EACCES':
      return new Error(`${cannot}: ports below 1024 may not be opened by this user`)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new Error(`${cannot}: this machine has no such address`)
    default:
      return error
  }
}
