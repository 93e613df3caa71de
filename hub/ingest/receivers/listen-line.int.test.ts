import { once } from 'node:events'
import { createServer } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import {
  ack,
  burglary,
  damaged,
  heartbeat,
  type LinesOptions,
  nak,
  openLines,
  quiet,
  type ReceiverLines,
  until,
} from './receiver-fixture'

let hub: ReceiverLines
const start = async (change: object = {}, options: LinesOptions = {}) => {
  hub = await openLines([change], options)
}
afterEach(() => hub.close())

const lines = async (result: string) => {
  const shown = (await hub.metric('navbatchi_receiver_lines_total')).split('\n')
  const [line] = shown.filter((each) => each.includes(`result="${result}"`))
  return Number(line?.split(' ').at(-1) ?? 0)
}

describe('A line of a receiver', () => {
  it('is acknowledged once its signal is durable, with the line as received', async () => {
    await start()
    hub.disk.state = 'slow'
    const receiver = await hub.dial()
    receiver.send(burglary)
    await until(() => hub.held.length === 1)
    await quiet()
    expect(receiver.received()).toBe('')
    hub.release()
    expect(await receiver.answers(1)).toBe(ack)
    expect(hub.taken).toEqual([
      {
        signalId: 's-1',
        channel: 'surgard',
        source: `127.0.0.1:${receiver.socket.localPort}`,
        frame: '5011 181234E13001003\\x14',
        account: '1234',
        receiver: '01',
        prefix: '1',
        sequence: '',
        table: 'cid',
        code: '130',
        qualifier: 'new',
        class: 'alarm',
        kind: 'burglary',
        priority: 2,
        meaning: 'Burglary, zone type not stated',
        partition: '01',
        zone: '003',
        user: null,
        text: null,
        occurredAt: null,
      },
    ])
    expect(hub.by).toEqual([{ kind: 'receiver', id: 'north', name: 'North receiver' }])
    expect(hub.heard).toEqual(['1234'])
  })

  it('is understood however it is cut into segments, and joined with others', async () => {
    await start()
    const receiver = await hub.dial()
    receiver.socket.setNoDelay(true)
    const stream = '5011 181234E13001001\x145011 181234E13001002\x145011 181234E13001003\x14'
    for (const [from, to] of [
      [0, 1],
      [1, 20],
      [20, 50],
      [50, stream.length],
    ]) {
      receiver.send(stream.slice(from, to))
      await quiet()
    }
    expect(await receiver.answers(3)).toBe(ack.repeat(3))
    expect(hub.codes()).toEqual(['130 001', '130 002', '130 003'])
  })

  it('that is not stored is not answered, and taken when it is repeated', async () => {
    await start()
    hub.disk.state = 'full'
    const receiver = await hub.dial()
    receiver.send(burglary)
    await until(async () => (await lines('not-stored')) === 1)
    expect(receiver.received()).toBe('')
    hub.disk.state = 'good'
    receiver.send(burglary)
    expect(await receiver.answers(1)).toBe(ack)
    expect(hub.codes()).toEqual(['130 003'])
  })

  it('of SIA protocol 1 is read with the area that came before it', async () => {
    await start()
    const receiver = await hub.dial()
    receiver.send(
      '3011    001234ri0002\x14',
      '3011    001234BA0003\x14',
      '3011    005678BA0004\x14',
    )
    expect(await receiver.answers(3)).toBe(ack.repeat(3))
    expect(hub.taken).toMatchObject([
      {
        account: '001234',
        partition: '0002',
        frame: '3011    001234ri0002\\x143011    001234BA0003\\x14',
      },
      { account: '005678', partition: null },
    ])
  })

  it('in a stream of many that nobody waits for is answered in its turn, and none is lost', async () => {
    await start({}, { limits: { underWay: 4 } })
    const receiver = await hub.dial()
    for (let zone = 0; zone < 1_000; zone++)
      receiver.send(burglary.replace('003\x14', `${String(zone).padStart(3, '0')}\x14`))
    expect(await receiver.answers(1_000)).toBe(ack.repeat(1_000))
    expect(hub.taken).toHaveLength(1_000)
  })
})

describe('The account of a line', () => {
  it('of another receiver with the same accounts is told apart by the prefix of its receiver line', async () => {
    await start({ accountPrefix: '02', header: { receiver: 2, line: 3 } })
    const receiver = await hub.dial()
    receiver.send('501012 181234E13001003\x14')
    await receiver.answers(1)
    expect(hub.taken).toMatchObject([{ account: '021234', receiver: '01', prefix: '012' }])
    expect(hub.heard).toEqual(['021234'])
  })

  it('too long for the prefix of its receiver line is kept for people to read', async () => {
    await start({ accountPrefix: 'ABCDEF' })
    const receiver = await hub.dial()
    receiver.send('S011[#12345678901|NBA003]\x14')
    expect(await receiver.answers(1)).toBe(ack)
    expect(hub.kept).toMatchObject([
      { reason: 'unreadable-data', detail: expect.stringContaining('12345678901') },
    ])
  })
})

describe('A line that comes again', () => {
  it('after it was answered is a second alarm', async () => {
    await start()
    const receiver = await hub.dial()
    receiver.send(burglary)
    await receiver.answers(1)
    receiver.send(burglary)
    expect(await receiver.answers(2)).toBe(ack.repeat(2))
    expect(hub.taken).toHaveLength(2)
    expect([await lines('recorded'), await lines('repeated')]).toEqual([2, 0])
  })

  it('since the disk was too slow to answer in time is answered once, as soon as either is durable', async () => {
    await start()
    hub.disk.state = 'slow'
    const receiver = await hub.dial()
    receiver.send(burglary)
    await until(() => hub.held.length === 1)
    hub.clock.advance(3_000)
    const [first] = hub.held.splice(0)
    receiver.send(burglary)
    await until(() => hub.held.length === 1)
    first?.()
    expect(await receiver.answers(1)).toBe(ack)
    hub.release()
    await until(async () => (await lines('repeated')) === 1)
    // A stray second answer would acknowledge the next line, whatever becomes of it.
    hub.disk.state = 'full'
    receiver.send('5011 181234E13001004\x14')
    await until(async () => (await lines('not-stored')) === 1)
    await quiet()
    expect(receiver.received()).toBe(ack)
    expect(hub.codes()).toEqual(['130 003', '130 003'])
  })

  it('over a new connection, the old having broken before its answer, is answered too', async () => {
    await start()
    hub.disk.state = 'slow'
    const broken = await hub.dial()
    broken.send(burglary)
    await until(() => hub.held.length === 1)
    broken.socket.resetAndDestroy()
    await until(async () => (await hub.metric('navbatchi_receiver_connections')).endsWith(' 0'))
    const receiver = await hub.dial()
    receiver.send(burglary)
    await until(() => hub.held.length === 2)
    hub.release()
    expect(await receiver.answers(1)).toBe(ack)
    await until(async () => (await lines('repeated')) === 1)
    expect(hub.taken).toHaveLength(2)
  })
})

describe('A line that cannot be read', () => {
  it('is refused three times, then acknowledged, and kept once', async () => {
    await start()
    const receiver = await hub.dial()
    for (const answers of [nak, nak.repeat(2), nak.repeat(3), `${nak.repeat(3)}${ack}`]) {
      receiver.send(damaged)
      expect(await receiver.answers(answers.length)).toBe(answers)
    }
    expect(hub.kept).toMatchObject([
      { reason: 'unreadable', detail: expect.stringContaining('5011 181234X') },
    ])
    receiver.send(burglary)
    await receiver.answers(5)
    expect(hub.taken).toHaveLength(1)
  })

  it('is not acknowledged before it is kept', async () => {
    await start()
    hub.disk.state = 'full'
    const receiver = await hub.dial()
    for (const count of [1, 2, 3]) {
      receiver.send(damaged)
      await receiver.answers(count)
    }
    receiver.send(damaged)
    await until(async () => (await lines('not-stored')) === 1)
    expect(receiver.received()).toBe(nak.repeat(3))
  })

  it('is met with silence by a receiver that does not know NAK, and acknowledged in the end', async () => {
    await start({ acknowledge: 'ack' })
    const receiver = await hub.dial()
    for (const count of [1, 2, 3, 4]) {
      receiver.send(damaged)
      await until(async () => (await lines('not-understood')) + (await lines('kept')) === count)
    }
    expect(await receiver.answers(1)).toBe(ack)
  })

  it('but is of a protocol nobody here reads is kept and acknowledged at once', async () => {
    await start()
    const receiver = await hub.dial()
    receiver.send('6011      112F  1\x14', 'S011[#1234|Ipt010/cn001]\x14')
    expect(await receiver.answers(2)).toBe(ack.repeat(2))
    expect(hub.kept).toMatchObject([
      { reason: 'unknown-token', account: '112F' },
      { reason: 'unreadable-data', account: '1234' },
    ])
  })

  it('since it never ends is kept in part, and its sender hung up on', async () => {
    await start()
    const receiver = await hub.dial()
    receiver.send('x'.repeat(100_000))
    await receiver.closed
    expect(hub.kept).toMatchObject([{ reason: 'oversize', length: expect.any(Number) }])
    expect(await hub.metric('navbatchi_receiver_hung_up_total')).toContain('why="endless"} 1')
  })

  it('since the connection broke in it is kept', async () => {
    await start()
    const receiver = await hub.dial()
    receiver.send('5011 1812')
    receiver.socket.end()
    await receiver.closed
    expect(hub.kept).toMatchObject([
      { reason: 'unreadable', detail: 'The sender closed in the middle of a message' },
    ])
  })
})

describe('A heartbeat', () => {
  it('is acknowledged and no entry, also when nothing can be stored: the receiver then tries again', async () => {
    await start({ heartbeat: 30 })
    hub.disk.state = 'full'
    const receiver = await hub.dial()
    receiver.send(heartbeat)
    expect(await receiver.answers(1)).toBe(ack)
    expect([hub.taken, hub.kept, hub.heard]).toEqual([[], [], []])
    expect(await hub.metric('navbatchi_receiver_line_up')).toContain('{line="north"} 1')
  })

  it('that does not come is noticed, and so is the next', async () => {
    await start({ heartbeat: 30 })
    const receiver = await hub.dial()
    receiver.send(heartbeat)
    await receiver.answers(1)
    hub.clock.advance(60_000)
    expect(hub.told).toEqual([
      'north restored: It is heard',
      'north lost: Nothing was heard for 60 s',
    ])
    receiver.send(burglary)
    await receiver.answers(2)
    expect(hub.told.at(-1)).toBe('north restored: It is heard')
  })
})

describe('An Ademco 685', () => {
  it('is read from LF to CR', async () => {
    await start({ format: 'ademco-685' })
    const receiver = await hub.dial()
    receiver.send('\n12 1234 18 E130 01 C003\r', '\n12 OKAY @ \r', '\n12 12')
    expect(await receiver.answers(2)).toBe(ack.repeat(2))
    expect(hub.taken).toMatchObject([
      {
        channel: 'ademco-685',
        account: '1234',
        receiver: '1',
        prefix: '2',
        code: '130',
        zone: '003',
      },
    ])
  })

  it('may send 685 lines of a form nobody reads, which hold up nothing behind them', async () => {
    await start({ format: 'ademco-685' })
    const receiver = await hub.dial()
    receiver.send('\n12 1234 NBA003\r', '\n00 PRINTER OFFLINE\r', '\n12 1234 18 E130 01 C003\r')
    expect(await receiver.answers(3)).toBe(ack.repeat(3))
    expect(hub.kept).toMatchObject([
      { reason: 'unknown-token', account: '1234' },
      { reason: 'unknown-token', account: null },
    ])
    expect(hub.taken).toMatchObject([{ code: '130' }])
  })

  it('that waits for no answer gets none, and what cannot be stored is tried until it is', async () => {
    await start({ format: 'ademco-685', acknowledge: 'none' })
    hub.disk.state = 'full'
    const receiver = await hub.dial()
    receiver.send('\n12 1234 18 E130 01 C003\r', '\n12 1234 18 R130 01 C003\r')
    await quiet()
    hub.disk.state = 'good'
    hub.clock.advance(1_000)
    await until(() => hub.taken.length === 2)
    expect(hub.taken.map(({ qualifier }) => qualifier)).toEqual(['new', 'restore'])
    expect(receiver.received()).toBe('')
  })
})

describe('A receiver line that listens', () => {
  it('lets in whom it names, however the address is written', async () => {
    await start({ from: ['10.0.0.7'] })
    const stranger = await hub.dial()
    await stranger.closed
    expect(await hub.metric('navbatchi_receiver_hung_up_total')).toContain('why="not-allowed"} 1')
    await hub.close()
    await start({ from: ['2001:DB8:0::7', '::FFFF:127.0.0.1'] })
    const receiver = await hub.dial()
    receiver.send(burglary)
    expect(await receiver.answers(1)).toBe(ack)
  })

  it('answers what it took before it closes', async () => {
    await start()
    hub.disk.state = 'slow'
    const receiver = await hub.dial()
    receiver.send(burglary)
    await until(() => hub.held.length === 1)
    const closed = hub.close()
    hub.release()
    await closed
    await receiver.closed
    expect(receiver.received()).toBe(ack)
  })

  it('whose port another program has is named in one sentence, and no other receiver line stays open', async () => {
    await start()
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as { port: number }
    await expect(openLines([{}, { id: 'south', name: 'South receiver', port }])).rejects.toThrow(
      `Receiver line "South receiver" cannot listen on 127.0.0.1:${port}: another program has this port`,
    )
    other.close()
  })
})
