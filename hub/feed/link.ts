import type { EventEmitter } from 'node:events'
import type { Socket } from 'socket.io'
import type { LinkRefusal } from '../../shared/wire/console-feed'

/**
 * Bytes that may wait in the hub for one client. Beyond it nothing more is added, and the client is
 * caught up from the journal.
 */
export const mostWaiting = 4 * 1024 * 1024
/**
 * Below this a client counts as having read what it was sent; a page of entries fits several times.
 */
const littleWaiting = 256 * 1024
/** How often a slow reader is checked, ms. */
const lookInterval = 10
/**
 * A client that has not taken one byte for this long, ms, is cut off: it hangs, and its memory is
 * needed.
 */
const longestStandstill = 30_000
/** Time a client gets to read the last message before the connection is torn down, ms. */
const lastWordTime = 2_000

type AnySocket = Pick<Socket, 'connected' | 'disconnect' | 'conn' | 'request'>

export interface Link {
  isOpen(): boolean
  waiting(): number
  /**
   * Resolves true once little is waiting, false when the client is gone or stands still. Always
   * lets others have a turn.
   */
  drained(): Promise<boolean>
  /** Sends the reason, then ends the connection. */
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
