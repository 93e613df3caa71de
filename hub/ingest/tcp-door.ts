import { once } from 'node:events'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { second } from '../../shared/lang/instant'
import type { Limit } from '../limits/limit'
import { createPlaces } from '../limits/places'
import { networkOf, plainAddress } from '../network-of'

/**
 * Silence after which the system checks whether the other end is still there, ms. A panel that lost
 * power does not close its connection.
 */
const deadPeer = 60 * second
/** How long senders may take to receive their last answers when the hub stops, ms. */
export const farewell = 1 * second
/** Connections the system queues for us while the loop is busy. */
const backlog = 1_024

export type RefusedCaller = 'too-many' | 'too-many-from-source' | 'not-allowed'

export interface TcpDoorParts {
  /** Most open connections: in total, and from one address. */
  readonly most: number
  readonly ofSource: number
  readonly callers?: Limit<readonly [address: string], 'not-allowed'>
  /** Serves an admitted connection. `finish` deals with what came and closes it. */
  serve(socket: Socket): { finish(): void }
  refused(why: RefusedCaller): void
}

export interface TcpDoor {
  readonly server: Server
  connections(): number
  /** Resolves with the port; rejects with the system's error when it is not available. */
  listen(host: string, port: number): Promise<number>
  close(): Promise<void>
}

/** Where senders connect. Connections over the limits are refused before a byte is read. */
export function createTcpDoor({ most, ofSource, callers, serve, refused }: TcpDoorParts): TcpDoor {
  const open = new Map<Socket, { finish(): void }>()
  const places = createPlaces({ why: 'too-many-from-source', ofOne: ofSource })
  const server = createServer(
    { allowHalfOpen: true, noDelay: true, keepAlive: true, keepAliveInitialDelay: deadPeer },
    (socket) => {
      // A closed socket no longer knows its address.
      const network = networkOf(socket.remoteAddress)
      const held = callers?.admit(plainAddress(socket.remoteAddress)) ?? places.admit(network)
      if (held) {
        refused(held.why)
        // Without a listener, a reset would end the hub.
        return socket.on('error', () => {}).destroy()
      }
      places.enter(network)
      open.set(socket, serve(socket))
      socket.on('close', () => {
        open.delete(socket)
        places.leave(network)
      })
    },
  )
  server.maxConnections = most
  server.on('drop', () => refused('too-many'))
  return {
    server,
    connections: () => open.size,
    async listen(host, port) {
      server.listen({ host, port, backlog })
      await once(server, 'listening')
      return (server.address() as AddressInfo).port
    },
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
