import { createServer, type Server, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { decodeFrame } from '../../shared/dc09/decode-frame'
import { encodeAck, encodeDuh, encodeNak } from '../../shared/dc09/encode'
import type { Frame } from '../../shared/dc09/frame'
import { createFrameSplitter } from '../../shared/dc09/frame-splitter'
import { demoArming } from '../../shared/demo/demo-signals'
import { frameOf, type Report } from './panel'
import { connectPanelLine } from './panel-line'
import { openPanelLines } from './panel-lines'
import { newTally } from './tally'

const host = '127.0.0.1'
const servers: { readonly server: Server; readonly sockets: Set<Socket> }[] = []
afterEach(async () => {
  for (const { server, sockets } of servers.splice(0)) {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  }
})

/**
 * A receiver that answers the n-th frame as the test says; null is silence, 'hang-up' ends the
 * connection.
 */
async function receiver(
  answer: (frame: Frame, n: number) => Uint8Array | null | 'hang-up',
  port = 0,
) {
  const seen: Frame[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    const splitter = createFrameSplitter()
    socket.on('error', () => undefined)
    socket.on('data', (chunk) => {
      for (const item of splitter.push(chunk)) {
        const frame = decodeFrame(item.bytes)
        if (frame.kind !== 'frame') throw new Error(frame.detail)
        seen.push(frame)
        const reply = answer(frame, seen.length)
        if (reply === 'hang-up') socket.destroy()
        else if (reply !== null) socket.write(reply)
      }
    })
  })
  servers.push({ server, sockets })
  await new Promise<void>((resolve) => server.listen(port, host, resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { port: address.port, seen, sockets }
}

const ack = (frame: Frame) => encodeAck(frame, { timestamp: 0 })
const report = (account: string, sequence: string): Report => ({
  what: 'arming',
  account,
  sequence,
  message: demoArming(account, 'SIA-DCS', { arm: true, user: 1 }),
})

describe('the lines of the panels', () => {
  it('deliver each report once when it is acknowledged', async () => {
    const { port, seen } = await receiver(ack)
    const tally = newTally()
    const lines = openPanelLines({ host, port, connections: 3 }, tally)
    for (let at = 1; at <= 30; at++)
      lines.send(report(at.toString(16).toUpperCase().padStart(4, '1'), '0001'))
    await lines.finish(5000)
    expect(seen).toHaveLength(30)
    expect(tally).toMatchObject({ acknowledged: 30, unacknowledged: 0, resends: 0 })
  })
  it('use a few connections, one frame at a time, in order for each account', async () => {
    const { port, seen, sockets } = await receiver(ack)
    const lines = openPanelLines({ host, port, connections: 2 }, newTally())
    for (let at = 1; at <= 20; at++) lines.send(report('1000', String(at).padStart(4, '0')))
    lines.send(report('1001', '0001'))
    await lines.finish(5000)
    expect(sockets.size).toBe(2)
    const numbers = seen
      .filter(({ account }) => account === '1000')
      .map(({ sequence }) => Number(sequence))
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, at) => at + 1))
  })
  it('repeat a report with the same number when the reply stays out', async () => {
    const { port, seen } = await receiver((frame, n) => (n < 3 ? null : ack(frame)))
    const tally = newTally()
    const lines = openPanelLines({ host, port, connections: 1, timeout: 50 }, tally)
    lines.send(report('1000', '0042'))
    await lines.finish(5000)
    expect(seen.map(({ sequence }) => sequence)).toEqual(['0042', '0042', '0042'])
    expect(tally).toMatchObject({ acknowledged: 1, resends: 2 })
  })
  it('give up after the fourth attempt and go on with the next report', async () => {
    const { port, seen } = await receiver((frame) =>
      frame.sequence === '0001' ? null : ack(frame),
    )
    const tally = newTally()
    const lines = openPanelLines({ host, port, connections: 1, timeout: 30 }, tally)
    lines.send(report('1000', '0001'))
    lines.send(report('1000', '0002'))
    await lines.finish(5000)
    expect(seen).toHaveLength(5)
    expect(tally).toMatchObject({ acknowledged: 1, unacknowledged: 1, resends: 3 })
  })
  it('do not repeat what the receiver cannot process', async () => {
    const { port, seen } = await receiver(encodeDuh)
    const tally = newTally()
    const lines = openPanelLines({ host, port, connections: 1 }, tally)
    lines.send(report('1000', '0001'))
    await lines.finish(5000)
    expect([seen.length, tally.unacknowledged]).toEqual([1, 1])
  })
  it('connect again when the receiver hangs up before its reply', async () => {
    const { port, sockets } = await receiver((frame, n) => (n === 1 ? 'hang-up' : ack(frame)))
    const tally = newTally()
    const lines = openPanelLines({ host, port, connections: 1 }, tally)
    lines.send(report('1000', '0001'))
    await lines.finish(5000)
    expect(sockets.size).toBe(2)
    expect(tally).toMatchObject({ acknowledged: 1, resends: 1 })
  })
  it('wait for a receiver that is not there yet', async () => {
    const first = await receiver(ack)
    await new Promise((resolve) => servers.pop()?.server.close(resolve))
    const tally = newTally()
    const lines = openPanelLines({ host, port: first.port, connections: 1 }, tally)
    lines.send(report('1000', '0001'))
    setTimeout(() => void receiver(ack, first.port), 200)
    await lines.finish(5000)
    expect(tally).toMatchObject({ acknowledged: 1, resends: 0 })
  })
  it('count what is left at the end as unacknowledged', async () => {
    const { port } = await receiver(() => null)
    const tally = newTally()
    const lines = openPanelLines({ host, port, connections: 1 }, tally)
    lines.send(report('1000', '0001'))
    lines.send(report('1000', '0002'))
    await lines.finish(100)
    expect(tally).toMatchObject({ acknowledged: 0, unacknowledged: 2 })
  })
})

describe('one line', () => {
  it('gives the reply to each frame, and takes a NAK for one', async () => {
    const { port } = await receiver((frame) =>
      frame.sequence === '0002' ? encodeNak(0) : ack(frame),
    )
    const line = await connectPanelLine({ host, port })
    const sent = ['0001', '0002'].map((sequence) => line.send(frameOf(report('1000', sequence), 0)))
    expect((await Promise.all(sent)).map(({ token, sequence }) => [token, sequence])).toEqual([
      ['ACK', '0001'],
      ['NAK', '0000'],
    ])
    line.close()
    await line.closed
    await expect(line.send(frameOf(report('1000', '0003'), 0))).rejects.toThrow(
      'The line is closed',
    )
  })
  it('rejects when nobody listens', async () => {
    const { port } = await receiver(ack)
    await new Promise((resolve) => servers.pop()?.server.close(resolve))
    await expect(connectPanelLine({ host, port })).rejects.toThrow('ECONNREFUSED')
  })
})
