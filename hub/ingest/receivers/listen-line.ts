import { createCallers } from '../../limits/callers'
import { lineConnections } from '../../limits/connections'
import { connectionsAllowed } from '../../limits/open-file-limit'
import { codeOf } from '../../listen-error'
import { createTcpDoor } from '../tcp-door'
import { type LineParts, serveReceiver } from './line-connection'
import type { ReceiverLine } from './receiver-lines'

export interface ListeningLine {
  readonly port: number
  close(): Promise<void>
}

/**
 * Waits for a receiver, or for communicators of panels, to connect. Rejects with a sentence when
 * the port is not available.
 */
export async function listenLine(parts: LineParts): Promise<ListeningLine> {
  const { receiverLine, metrics, receiverLines } = parts
  const allowed = connectionsAllowed('receivers', receiverLines * lineConnections.all)
  const door = createTcpDoor({
    most: Math.max(1, Math.floor(allowed / receiverLines)),
    ofSource: lineConnections.ofSource,
    callers: createCallers(receiverLine.from),
    serve: (socket) => serveReceiver(socket, parts),
    refused: metrics.hungUp,
  })
  try {
    return { port: await door.listen(receiverLine.host, receiverLine.port), close: door.close }
  } catch (error) {
    throw listenFault(error, receiverLine)
  }
}

function listenFault(error: unknown, { name, host, port }: ReceiverLine): unknown {
  const cannot = `Receiver line "${name}" cannot listen on ${host}:${port}`
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
