import { once } from 'node:events'
import { type AddressInfo, BlockList, createServer, isIP, isIPv6, type Socket } from 'node:net'
import { connectionsAllowed } from '../../limits/open-file-limit'
import { codeOf } from '../../listen-error'
import { networkOf } from '../../network-of'
import { farewell, type LinkParts, plainAddress, serveReceiver } from './link-connection'
import type { ReceiverLink } from './links'

/**
 * Open connections of one link: receivers are few, but every panel's communicator may have its own.
 */
const mostConnections = 4_000
/** Of one address: many communicators may stand behind one gateway. */
const mostOfSource = 1_000

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
  const open = new Map<Socket, { finish(): void }>()
  const perSource = new Map<string, number>()
  const allows = callers(link)

  const server = createServer({ allowHalfOpen: true, noDelay: true, keepAlive: true }, (socket) => {
    const address = plainAddress(socket.remoteAddress)
    const network = networkOf(address)
    const refused = !allows(address)
      ? 'not-allowed'
      : (perSource.get(network) ?? 0) >= mostOfSource
        ? 'too-many-from-source'
        : null
    if (refused !== null) {
      metrics.hungUp(refused)
      // Without a listener a reset would end the hub.
      return socket.on('error', () => {}).destroy()
    }
    perSource.set(network, (perSource.get(network) ?? 0) + 1)
    open.set(socket, serveReceiver(socket, parts))
    socket.on('close', () => {
      open.delete(socket)
      const left = (perSource.get(network) ?? 1) - 1
      if (left > 0) perSource.set(network, left)
      else perSource.delete(network)
    })
  })
  server.maxConnections = Math.max(
    1,
    Math.floor(connectionsAllowed('receivers', links * mostConnections) / links),
  )
  server.on('drop', () => metrics.hungUp('too-many'))
  try {
    server.listen({ host: link.host, port: link.port })
    await once(server, 'listening')
  } catch (error) {
    throw linkError(error, link)
  }
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = once(server, 'close')
      server.close()
      for (const connection of open.values()) connection.finish()
      const cancel = setTimeout(() => {
        for (const socket of open.keys()) socket.destroy()
      }, farewell)
      await closed
      clearTimeout(cancel)
    },
  }
}

/** Addresses of IPv6 are written in many ways, so they are compared as addresses. */
function callers({ from }: ReceiverLink): (address: string) => boolean {
  if (from === undefined) return () => true
  const list = new BlockList()
  for (const address of from.map(plainAddress)) list.addAddress(address, familyOf(address))
  return (address) => {
    const [plain = ''] = address.split('%')
    return isIP(plain) !== 0 && list.check(plain, familyOf(plain))
  }
}

const familyOf = (address: string) => (isIPv6(address) ? 'ipv6' : 'ipv4')

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
