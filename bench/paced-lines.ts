import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

const CR = 0x0d

/** Lines that do not wait for ACKs: what a storm looks like to the hub. */
export interface PacedLines {
  /** The same number always uses the same line, so that its frames stay in order. */
  send(n: number, frame: Uint8Array): void
  /** Calls `send` for 0 up to `count`, spread evenly at `perSecond`. */
  atPace(count: number, perSecond: number, send: (n: number) => void): Promise<void>
  /**
   * Resolves with the number of ACKs once all are there, or none has come for a while, or after
   * `patience` ms.
   */
  settled(patience: number): Promise<number>
}

export async function createPacedLines(port: number, count: number): Promise<PacedLines> {
  let sent = 0
  let acknowledged = 0
  const lines = await Promise.all(
    Array.from({ length: count }, async (_, n) => {
      const socket = connect({
        host: '127.0.0.1',
        port,
        localAddress: `127.0.1.${n + 1}`,
        noDelay: true,
      })
      await once(socket, 'connect')
      let rest = ''
      socket.on('error', () => undefined)
      socket.on('data', (chunk) => {
        const answers = (rest + chunk.toString('latin1')).split(String.fromCharCode(CR))
        rest = answers.pop() ?? ''
        for (const answer of answers) if (answer.includes('"ACK"')) acknowledged += 1
      })
      return socket
    }),
  )
  return {
    send(n, frame) {
      sent += 1
      lines[n % count]?.write(frame)
    },
    async atPace(total, perSecond, send) {
      const begin = performance.now()
      for (let done = 0; done < total; await sleep(2)) {
        const due = Math.min(total, Math.floor(((performance.now() - begin) / 1_000) * perSecond))
        for (; done < due; done += 1) send(done)
      }
    },
    async settled(patience) {
      const deadline = performance.now() + patience
      while (acknowledged < sent && performance.now() < deadline) await sleep(50)
      for (const line of lines) line.destroy()
      return acknowledged
    },
  }
}
