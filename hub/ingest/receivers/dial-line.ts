import { connect, type Socket } from 'node:net'
import { minute, second } from '../../../shared/lang/instant'
import { detail } from '../../../shared/signals/detail-codes'
import { codeOf } from '../../listen-error'
import type { StreamConnection } from '../stream-connection'
import { farewell } from '../tcp-door'
import { type LineParts, serveReceiver } from './line-connection'
import { longestSilence } from './line-watch'

/**
 * Wait between two attempts to connect, ms: short enough after the receiver's own restart, and no
 * storm on one that is off.
 */
const shortestWait = 1 * second
const longestWait = 30 * second
/** Time a receiver has to accept a connection, ms. */
const toConnect = 10 * second
/** A connection that lasted this long, ms, was good: the next attempt comes soon. */
const goodConnection = 1 * minute

/** Keeps a connection to a receiver and never stops trying. */
export function dialLine(parts: LineParts): { close(): Promise<void> } {
  const { receiverLine, clock, watch } = parts
  const where = `${receiverLine.host.includes(':') ? `[${receiverLine.host}]` : receiverLine.host}:${receiverLine.port}`
  let wait = shortestWait
  let closing = false
  let cancel = () => {}
  let current: Dialled | null = null

  const dial = () => {
    const begun = clock.now()
    const ended = (why: string, good: boolean) => {
      current = null
      if (closing) return
      watch.disconnected(why)
      if (good || clock.now() - begun >= goodConnection) wait = shortestWait
      cancel = clock.after(wait, dial)
      wait = Math.min(wait * 2, longestWait)
    }
    current = dialOnce(parts, where, ended)
  }
  dial()
  return {
    async close() {
      closing = true
      cancel()
      await current?.close()
    },
  }
}

interface Dialled {
  close(): Promise<void>
}

/** One connection or attempt. `ended` says why it ended and whether a line came over it. */
function dialOnce(
  parts: LineParts,
  where: string,
  ended: (why: string, good: boolean) => void,
): Dialled {
  const { receiverLine, watch, clock, metrics } = parts
  const socket = connect({
    host: receiverLine.host,
    port: receiverLine.port,
    noDelay: true,
    allowHalfOpen: true,
  })
  socket.setKeepAlive(true, 30 * second)
  const silence = longestSilence(receiverLine)
  let why = ''
  let heard = false
  let stream: StreamConnection | null = null
  let cancelDeadline = clock.after(toConnect, () => giveUp(detail('not-accepted', { where })))

  const giveUp = (reason: string) => {
    why = reason
    socket.destroy()
  }
  const awaitLine = () => {
    cancelDeadline()
    // The other side may have vanished silently; only its heartbeats tell.
    if (silence === null) return
    cancelDeadline = clock.after(silence, () => {
      metrics.hungUp('silent')
      giveUp(detail('said-nothing', { where }))
    })
  }
  socket.on('connect', () => {
    watch.connected()
    awaitLine()
    // A receiver without heartbeats may be silent for days.
    const limits = { ...parts.limits, idle: 0 }
    stream = serveReceiver(socket, { ...parts, limits }, () => {
      heard = true
      awaitLine()
    })
  })
  socket.on('error', (error) => {
    why ||= detail('unreached', { where, reason: String(codeOf(error) ?? error.message) })
  })
  const closed = new Promise<void>((resolve) => {
    socket.on('close', () => {
      cancelDeadline()
      ended(why || detail('closed', { where }), heard)
      resolve()
    })
  })
  return {
    async close() {
      if (stream === null) socket.destroy()
      else stream.finish()
      await closedWithin(closed, socket)
    },
  }
}

async function closedWithin(closed: Promise<void>, socket: Socket): Promise<void> {
  const cancel = setTimeout(() => socket.destroy(), farewell)
  await closed
  clearTimeout(cancel)
}
