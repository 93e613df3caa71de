import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openJournalFile } from '../../../node/journal-file'
import { openDatabase } from '../../../node/sqlite'
import { latin1FromBytes } from '../../../shared/dc09/bytes'
import { decodeFrame } from '../../../shared/dc09/decode-frame'
import { journalFolder } from '../../testing/journal-folder'
import {
  ackOf,
  frameOf,
  openReception,
  type Reception,
  type ReceptionOptions,
  sequences,
  until,
} from './listener-fixture'

const folder = journalFolder()

let file = ''
let hub: Reception
const start = async (options: ReceptionOptions = {}) => {
  hub = await openReception(file, options)
}
beforeEach(() => {
  file = folder.newFile()
})
afterEach(() => hub.stop())

describe('A frame', () => {
  beforeEach(() => start())

  it('is acknowledged once its signal and its alarm are in the journal, with the frame as received', async () => {
    const panel = await hub.dial()
    panel.send({})
    expect(await panel.answers(1)).toEqual([ackOf('0001')])
    expect(await hub.keeper.read(1, 10)).toMatchObject([
      {
        type: 'signal-received',
        by: { kind: 'receiver', id: 'dc09' },
        data: {
          siteId: 'site-1',
          channel: 'dc09-tcp',
          code: '130',
          zone: '003',
          kind: 'burglary',
          frame: expect.stringMatching(
            /^\\x0A[0-9A-F]{8}"ADM-CID"0001L0#A1\[#A1\|1130 01 003\]\\x0D$/,
          ),
        },
      },
      { type: 'alarm-raised', data: { siteId: 'site-1', kind: 'burglary', priority: 2 } },
    ])
    expect(await hub.metric('navbatchi_alarms_raised_total')).toContain(
      'kind="burglary",priority="2"} 1',
    )
    expect(await hub.metric('navbatchi_dc09_connections')).toBe('navbatchi_dc09_connections 1')
  })

  it('is understood however it is cut into segments, and joined with others', async () => {
    const panel = await hub.dial()
    panel.socket.setNoDelay(true)
    const stream = Buffer.concat(['0001', '0002', '0003'].map((sequence) => frameOf({ sequence })))
    for (const [from, to] of [
      [0, 1],
      [1, 30],
      [30, 60],
      [60, 61],
      [61, stream.length],
    ]) {
      panel.socket.write(stream.subarray(from, to))
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    expect(await panel.answers(3)).toEqual(
      ['0001', '0002', '0003'].map((sequence) => ackOf(sequence)),
    )
    expect(await hub.written('alarm-raised')).toHaveLength(1)
    expect(await hub.written('alarm-signal-added')).toHaveLength(2)
  })

  it('is answered in the order sent when a receiver sends many without waiting', async () => {
    const panel = await hub.dial()
    const numbers = sequences(2_000)
    panel.send(...numbers.map((sequence) => ({ sequence })))
    expect(await panel.answers(2_000)).toEqual(numbers.map((sequence) => ackOf(sequence)))
    expect(
      (await hub.written('signal-received')).map(
        (entry) => (entry.data as { sequence: string }).sequence,
      ),
    ).toEqual(numbers)
  })

  it('with several events is one ACK and one alarm per cause', async () => {
    const panel = await hub.dial()
    panel.send({ token: 'SIA-DCS', data: '#A1|Nri1/BA001/BA002/FA003' })
    await panel.answers(1)
    expect((await hub.keeper.read(1, 10)).map((entry) => entry.type)).toEqual([
      'signal-received',
      'alarm-raised',
      'signal-received',
      'alarm-signal-added',
      'signal-received',
      'alarm-raised',
    ])
  })

  it('is answered with our time when it carries one, and with its receiver number', async () => {
    const panel = await hub.dial()
    panel.send({ timestamp: 1_700_000_000_000, receiver: '1F' })
    const [ack] = await panel.answers(1)
    expect(ack).toBe('"ACK"0001R1FL0#A1[]')
  })

  it('that only polls is acknowledged without an entry', async () => {
    const panel = await hub.dial()
    panel.send({ token: 'NULL', sequence: '0000', data: '' })
    expect(await panel.answers(1)).toEqual([ackOf('0000')])
    expect(hub.keeper.head().seq).toBe(1)
    expect(await hub.metric('navbatchi_dc09_frames_total')).toContain('{result="poll"} 1')
  })

  it('of a code nobody knows raises an alarm somebody must look at, and is acknowledged', async () => {
    const panel = await hub.dial()
    panel.send({ data: '#A1|1FFF 01 003' })
    await panel.answers(1)
    expect(await hub.written('alarm-raised')).toMatchObject([
      { data: { kind: 'unknown', priority: 2 } },
    ])
  })

  it('whose data names another account is its header’s, and is marked and counted', async () => {
    const panel = await hub.dial()
    panel.send({ data: '#99aa|1130 01 003' }, { sequence: '0002', data: '#00a1|1130 01 004' })
    await panel.answers(2)
    const [first, second] = (await hub.written('signal-received')).map(({ data }) => data)
    expect(first).toMatchObject({ account: 'A1', siteId: 'site-1', accountInData: '99AA' })
    expect(second).not.toHaveProperty('accountInData')
    expect(await hub.metric('navbatchi_dc09_other_account_total')).toBe(
      'navbatchi_dc09_other_account_total 1',
    )
  })

  it('of an account nobody knows is acknowledged, since it is kept in the quarantine', async () => {
    const panel = await hub.dial()
    panel.send({ account: 'FFFF', data: '#FFFF|1130 01 003' })
    expect(await panel.answers(1)).toEqual([ackOf('0001', 'FFFF')])
    expect(hub.quarantine()).toMatchObject([{ reason: 'unknown-account', account: 'FFFF' }])
  })

  it('of which the data is not understood is acknowledged once people can read it in the quarantine', async () => {
    const panel = await hub.dial()
    panel.send({ data: '#A1|nonsense' })
    expect(await panel.answers(1)).toEqual([ackOf('0001')])
    expect(hub.quarantine()).toMatchObject([{ reason: 'unreadable-data', account: 'A1' }])
  })

  it('of a kind nobody here can read is kept, and answered with a DUH so that it is not repeated for ever', async () => {
    const panel = await hub.dial()
    panel.send({ token: 'XYZ', sequence: '0002' })
    expect(await panel.answers(1)).toEqual(['"DUH"0002L0#A1[]'])
    expect(hub.quarantine()).toMatchObject([{ reason: 'unknown-token', account: 'A1' }])
  })

  it('of which the account is not hexadecimal is kept under it, and answered so that it is not repeated for ever', async () => {
    const panel = await hub.dial()
    panel.send({
      account: 'foc7688',
      sequence: '6616',
      receiver: '0',
      data: '#foc7688|1351 01 000',
    })
    expect((await panel.answers(1))[0]).toContain('"DUH"6616R0L0#foc7688[]')
    expect(hub.quarantine()).toMatchObject([
      { reason: 'unreadable', account: 'FOC7688', detail: 'account foc7688 is not hexadecimal' },
    ])
  })

  it('that is encrypted, or is itself an answer, is kept and left without an answer', async () => {
    const panel = await hub.dial()
    panel.send(
      { encrypted: true, data: 'AB'.repeat(32) },
      { token: 'ACK', data: '', sequence: '0002' },
      { sequence: '0003' },
    )
    expect(await panel.answers(1)).toEqual([ackOf('0003')])
    expect(hub.quarantine().map((row) => row.reason)).toEqual([
      'unreadable',
      'encrypted-without-key',
    ])
  })

  it('is taken by UDP on the same port', async () => {
    expect(hub.listener.udp).toBe(hub.listener.tcp)
    const panel = createSocket('udp4')
    panel.send(frameOf({}), hub.listener.udp, '127.0.0.1')
    const [reply] = (await once(panel, 'message')) as [Buffer]
    panel.close()
    expect(decodeFrame(reply)).toMatchObject({ token: 'ACK', sequence: '0001' })
    expect(await hub.written('signal-received')).toMatchObject([{ data: { channel: 'dc09-udp' } }])
  })
})

describe('The listener', () => {
  it('says whether it hears anything', async () => {
    await start()
    expect(hub.listener.receiving()).toBe(true)
    const { listener } = hub
    await hub.stop()
    expect(listener.receiving()).toBe(false)
    await start()
  })
})

describe('A frame that was damaged on the way', () => {
  beforeEach(() => start())
  const damaged = (change: (text: string) => string) =>
    Buffer.from(change(latin1FromBytes(frameOf({}))), 'latin1')

  it.each([
    ['a wrong CRC', 'bad-crc', damaged((text) => text.replace('1130', '1131'))],
    ['noise before it', 'unreadable', Buffer.from('OK 12 of 30 lines\r\n\r\n')],
  ])(
    'with %s gets no answer, is kept with its bytes, and hides nothing after it',
    async (_, reason, bytes) => {
      const panel = await hub.dial()
      panel.socket.write(bytes)
      panel.send({ sequence: '0002' })
      expect(await panel.answers(1)).toEqual([ackOf('0002')])
      expect(hub.quarantine()).toMatchObject([
        { reason, source: expect.stringMatching(/^127\.0\.0\.1:\d+$/) },
      ])
      expect(hub.quarantine()[0]?.frame.length).toBeGreaterThan(10)
    },
  )

  it('with a wrong length gets no answer and is kept', async () => {
    const panel = await hub.dial()
    panel.socket.write(damaged((text) => `${text.slice(0, 5)}0099${text.slice(9)}`))
    await until(() => hub.quarantine().length > 0)
    expect(hub.quarantine()).toMatchObject([{ reason: 'bad-length' }])
    expect(panel.received).toEqual([])
  })

  it('over and over is kept twenty times a minute, the rest counted and summed up', async () => {
    const panel = await hub.dial()
    for (let at = 0; at < 50; at++)
      panel.socket.write(damaged((text) => text.replace('1130', '1131')))
    panel.send({ sequence: '0002' })
    await panel.answers(1)
    expect(await hub.written('signal-quarantined')).toHaveLength(20)
    expect(await hub.metric('navbatchi_quarantine_unkept_total')).toContain('{reason="bad-crc"} 30')
    await hub.stop()
    await start()
    expect(hub.quarantine()[0]?.detail).toContain('30 more unreadable items came from 127.0.0.1')
  })
})

describe('Encrypted frames', () => {
  beforeEach(() => start())

  it('are kept of every panel behind one address, and five times a minute of one', async () => {
    const panel = await hub.dial()
    const encrypted = (account: string) => ({ account, encrypted: true, data: 'AB'.repeat(32) })
    panel.send(
      ...sequences(200).map((account) => encrypted(account)),
      ...Array(9).fill(encrypted('FF01')),
      {},
    )
    await panel.answers(1)
    expect(await hub.written('signal-quarantined')).toHaveLength(205)
    expect(await hub.metric('navbatchi_quarantine_unkept_total')).toContain(
      '{reason="encrypted-without-key"} 4',
    )
  })
})

/** How many frames had this result. */
async function counted(result: string): Promise<number> {
  const text = await hub.metric('navbatchi_dc09_frames_total')
  return Number(new RegExp(`result="${result}"} (\\d+)`).exec(text)?.[1] ?? 0)
}
const tick = () => new Promise((resume) => setTimeout(resume, 5))

describe('When the disk is full', () => {
  it('nothing is acknowledged, and what is repeated once there is room is recorded', async () => {
    openJournalFile(file).close()
    const other = openDatabase(file)
    other.exec('CREATE TABLE filler (bytes BLOB); INSERT INTO filler VALUES (zeroblob(1000000))')
    await start({ maxBytes: 1_100_000 })
    const panel = await hub.dial()
    const numbers = sequences(400)
    panel.send(...numbers.map((sequence) => ({ sequence })))
    while ((await counted('recorded')) + (await counted('not-stored')) < 400) await tick()
    expect(hub.keeper.storage().ok).toBe(false)
    panel.send({ token: 'NULL', sequence: '0000', data: '' })
    await until(() => panel.received.includes(ackOf('0000')))
    const acknowledged = panel.received.filter((answer) => answer !== ackOf('0000'))
    expect(acknowledged.length).toBeLessThan(400)
    expect(await hub.written('signal-received')).toHaveLength(acknowledged.length)
    other.exec('DROP TABLE filler')
    other.close()
    panel.send(...numbers.map((sequence) => ({ sequence })))
    await until(() => new Set(panel.received).size === 401)
    expect(await hub.written('signal-received')).toHaveLength(400)
    await until(() => hub.keeper.storage().ok)
  })
})

describe('A port that another program has', () => {
  it('is named in one sentence', async () => {
    await start()
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as { port: number }
    await expect(openReception(folder.newFile(), { port })).rejects.toThrow(
      `Port ${port} is in use by another program; choose another with --dc09-port`,
    )
    other.close()
  })
})
