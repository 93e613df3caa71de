import type { EventEmitter } from 'node:events'
import type { Socket } from 'socket.io'
import type { LinkRefusal } from '../../shared/wire/console-feed'

/**
 * Bytes that may wait in the hub for one client before nothing more is added, and the client is
 * caught up from the journal.
 */
export const mostWaiting = 4 * 1024 * 1024
/**
 * Below this a client counts as having read what it was sent; a page of entries fits several times.
 */
const littleWaiting = 256 * 1024
/** How often a client that reads slowly is looked at, ms. */
const lookInterval = 10
/**
 * A client that has not taken one byte for this long, ms, is cut off: it hangs, and its memory is
 * wanted.
 */
const longestStandstill = 30_000
/** What a client gets to read the last word, ms, before the connection is torn down. */
const lastWordTime = 2_000

type AnySocket = Pick<Socket, 'connected' | 'disconnect' | 'conn' | 'request'>

/** One client's connection, seen by what waits in it. */
export interface Link {
  isOpen(): boolean
  /** Bytes handed to the connection that the client has not taken yet. */
  waiting(): number
  /**
   * Resolves true once little is waiting, false when the client is gone or stands still. Always
   * lets others have a turn.
   */
  drained(): Promise<boolean>
  /** The last word, then the end. */
  cutOff(why: LinkRefusal): void
}

interface Packet {
  readonly data?: string | Buffer
}
const sizeOf = ({ data }: Packet): number => data?.length ?? 0

export function createLink(socket: AnySocket, say: (why: LinkRefusal) => void): Link {
  let queued = 0
  // Packets made before they can be handed to TCP wait in engine.io; it says when it made and when
  // it handed over some.
  const conn: EventEmitter = socket.conn
  conn.on('packetCreate', (packet: Packet) => {
    queued += sizeOf(packet)
  })
  conn.on('flush', (packets: readonly Packet[]) => {
    for (const packet of packets) queued -= sizeOf(packet)
  })
  const tcp = socket.request.socket
  const waiting = () => Math.max(0, queued) + tcp.writableLength

  async function drained(): Promise<boolean> {
    await new Promise((resume) => setImmediate(resume))
    let least = waiting()
    let since = performance.now()
    while (socket.connected && least > littleWaiting) {
      if (performance.now() - since > longestStandstill) return false
      await new Promise((resume) => setTimeout(resume, lookInterval))
      const now = waiting()
      if (now < least) since = performance.now()
      least = Math.min(least, now)
    }
    return socket.connected
  }

  return {
    isOpen: () => socket.connected,
    waiting,
    drained,
    cutOff(why) {
      say(why)
      socket.disconnect(true)
      setTimeout(() => tcp.destroy(), lastWordTime).unref()
    },
  }
}
