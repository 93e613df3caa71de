import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  ack,
  burglary,
  heartbeat,
  openLines,
  type ReceiverLines,
  receiverServer,
  until,
} from './receiver-fixture'

let receiver: Awaited<ReturnType<typeof receiverServer>>
let hub: ReceiverLines
beforeEach(async () => {
  receiver = await receiverServer()
})
afterEach(async () => {
  await hub.close()
  await receiver.close()
})
const start = async (change: object = {}) => {
  hub = await openLines([{ mode: 'dial', port: receiver.port, ...change }])
}
const connections = async (count: number) =>
  until(async () => (await hub.metric('navbatchi_receiver_connections')).endsWith(` ${count}`))

describe('A receiver that is dialled', () => {
  it('is answered like one that dials in', async () => {
    await start()
    const line = await receiver.connection(1)
    line.send(burglary, heartbeat)
    expect(await line.answers(2)).toBe(ack.repeat(2))
    expect(hub.taken).toMatchObject([{ account: '1234', source: `127.0.0.1:${receiver.port}` }])
  })

  it('is dialled again when it hangs up, soon at first and then less often', async () => {
    await start()
    for (const [number, wait] of [1_000, 2_000, 4_000].entries()) {
      const line = await receiver.connection(number + 1)
      await connections(1)
      line.socket.destroy()
      await connections(0)
      hub.clock.advance(wait - 1)
      expect(receiver.connections).toHaveLength(number + 1)
      hub.clock.advance(1)
    }
    const line = await receiver.connection(4)
    line.send(burglary)
    await line.answers(1)
    line.socket.destroy()
    await connections(0)
    hub.clock.advance(1_000)
    await receiver.connection(5)
  })

  it('repeats over the new connection what was not answered over the old', async () => {
    await start()
    hub.disk.state = 'full'
    const line = await receiver.connection(1)
    line.send(burglary)
    await until(async () =>
      (await hub.metric('navbatchi_receiver_lines_total')).includes('not-stored'),
    )
    line.socket.destroy()
    await connections(0)
    hub.disk.state = 'good'
    hub.clock.advance(1_000)
    const again = await receiver.connection(2)
    again.send(burglary)
    expect(await again.answers(1)).toBe(ack)
    expect(hub.taken).toHaveLength(1)
  })

  it('is lost when it cannot be reached, and restored when it can', async () => {
    const { port } = receiver
    await receiver.close()
    await start()
    await until(() => {
      hub.clock.advance(1_000)
      return hub.told.length > 0
    })
    expect(hub.told).toEqual([`north lost: 127.0.0.1:${port} cannot be reached: ECONNREFUSED`])
    receiver = await receiverServer(port)
    await until(() => {
      hub.clock.advance(1_000)
      return hub.told.length > 1
    })
    expect(hub.told[1]).toBe('north restored: It is connected')
  })

  it('is dialled again when its heartbeats stop without the connection breaking', async () => {
    await start({ heartbeat: 30 })
    const line = await receiver.connection(1)
    line.send(heartbeat)
    await line.answers(1)
    hub.clock.advance(60_000)
    await line.closed
    await connections(0)
    expect(hub.told).toEqual([
      'north restored: It is heard',
      'north lost: Nothing was heard for 60 s',
    ])
    expect(await hub.metric('navbatchi_receiver_hung_up_total')).toContain('why="silent"} 1')
    hub.clock.advance(1_000)
    const again = await receiver.connection(2)
    again.send(heartbeat)
    await again.answers(1)
    expect(hub.told.at(-1)).toBe('north restored: It is heard')
  })

  it('is left alone once the hub stops', async () => {
    await start()
    const line = await receiver.connection(1)
    await hub.close()
    await line.closed
    hub.clock.advance(60_000)
    expect(receiver.connections).toHaveLength(1)
  })
})
