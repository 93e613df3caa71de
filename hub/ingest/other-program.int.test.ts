import { afterEach, describe, expect, it } from 'vitest'
import { journalFolder } from '../testing/journal-folder'
import { frameOf, openReception, until } from './dc09/listener-fixture'
import { burglary, openLines, quiet } from './receivers/receiver-fixture'

const folder = journalFolder()
const ends: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

const requestWith = (body: Uint8Array, line = 'POST / HTTP/1.1') =>
  Buffer.concat([
    Buffer.from(
      `${line}\r\nHost: 127.0.0.1\r\nContent-Type: text/plain\r\nContent-Length: ${body.length}\r\n\r\n`,
    ),
    body,
  ])

describe('A web page that posts a valid frame to the port of DC-09', () => {
  const lines = [
    'POST / HTTP/1.1',
    'FOO /x HTTP/1.1',
    `post /${'a'.repeat(6_000)} HTTP/1.1`,
    '\r\nPUT /x HTTP/1.0',
  ]
  it('raises nothing, gets no answer, and is kept as unreadable and hung up on', async () => {
    for (const line of lines)
      for (const pieces of [1, 40]) {
        const hub = await openReception(folder.newFile())
        ends.push(hub.stop)
        const browser = await hub.dial()
        const bytes = requestWith(Buffer.from(frameOf({})), line)
        const size = Math.ceil(bytes.length / pieces)
        for (let at = 0; at < bytes.length; at += size) {
          browser.socket.write(bytes.subarray(at, at + size))
          if (pieces > 1) await new Promise((resolve) => setImmediate(resolve))
        }
        await browser.closed
        expect(browser.received).toEqual([])
        expect(await hub.written('alarm-raised')).toEqual([])
        await until(() => hub.quarantine().length > 0)
        const [item] = hub.quarantine()
        expect(item).toMatchObject({
          reason: 'unreadable',
          detail: expect.stringContaining('HTTP'),
        })
        if (line.length < 100) expect(await hub.written('signal-quarantined')).toHaveLength(1)
        expect(await hub.metric('navbatchi_dc09_hung_up_total')).toContain('{why="no-panel"} 1')
      }
  })

  it('leaves the frames that came before it on its connection as they were', async () => {
    const hub = await openReception(folder.newFile())
    ends.push(hub.stop)
    const panel = await hub.dial()
    const before = [frameOf({ sequence: '0001' }), frameOf({ sequence: '0002' })]
    panel.socket.write(
      Buffer.concat([...before, requestWith(Buffer.from(frameOf({ sequence: '0003' })))]),
    )
    await panel.closed
    expect(panel.received.map((answer) => answer.slice(0, 9))).toEqual(['"ACK"0001', '"ACK"0002'])
    expect(await hub.written('signal-received')).toHaveLength(2)
    expect(await hub.written('signal-quarantined')).toHaveLength(1)
  })
})

describe('A panel whose text reads like a request', () => {
  it('is answered as ever', async () => {
    const hub = await openReception(folder.newFile())
    ends.push(hub.stop)
    const panel = await hub.dial()
    panel.send({ token: 'SIA-DCS', data: '#A1|NBA1^POST / HTTP/1.1^' })
    panel.send({ token: 'SIA-DCS', sequence: '0002', data: '#A1|NBA2^Host: x^' })
    expect(await panel.answers(2)).toHaveLength(2)
    expect(hub.quarantine()).toEqual([])
  })
})

describe('A web page that posts a valid line to the port of a receiver line', () => {
  it.each([
    ['surgard', burglary],
    ['ademco-685', '\n01 1234 18 E130 01 C004\r'],
  ])(
    'of %s raises nothing, gets no answer, and is kept once and hung up on',
    async (format, line) => {
      for (const head of ['POST / HTTP/1.1', `FOO /${'a'.repeat(6_000)} HTTP/1.1`]) {
        const receiverLines = await openLines([{ format }])
        ends.push(receiverLines.close)
        const browser = await receiverLines.dial()
        browser.send(requestWith(Buffer.from(line, 'latin1'), head).toString('latin1'))
        await browser.closed
        await quiet()
        expect(browser.received()).toBe('')
        expect(receiverLines.taken).toEqual([])
        expect(receiverLines.kept.length).toBeGreaterThan(0)
        if (head.length < 100) expect(receiverLines.kept).toHaveLength(1)
        expect(await receiverLines.metric('navbatchi_receiver_hung_up_total')).toContain(
          'why="no-panel"',
        )
      }
    },
  )
})
