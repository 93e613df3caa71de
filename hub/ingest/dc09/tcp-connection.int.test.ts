import { afterEach, beforeEach, describe, expect, it } from 'vitest'
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

describe('A sender that never ends a frame', () => {
  it('is hung up on after 1 MB without a CR, of which the beginning is kept', async () => {
    await start()
    const panel = await hub.dial()
    panel.socket.write(Buffer.concat([Buffer.from('\n'), Buffer.alloc(1_000_000, 'x')]))
    await panel.closed
    await until(() => hub.quarantine().length > 0)
    expect(hub.quarantine()).toMatchObject([
      { reason: 'oversize', detail: expect.stringContaining('bytes') },
    ])
    expect(await hub.metric('navbatchi_dc09_hung_up_total')).toContain('{why="endless"} 1')
  })

  it('and sends one byte at a time is hung up on when a frame takes too long', async () => {
    await start({ limits: { slowestMessage: 200 } })
    const panel = await hub.dial()
    panel.send({})
    await panel.answers(1)
    const bytes = frameOf({ sequence: '0002' })
    let sent = 0
    const drip = setInterval(() => panel.socket.write(bytes.subarray(sent, ++sent)), 20)
    await panel.closed
    clearInterval(drip)
    await until(() => hub.quarantine().length > 0)
    expect(hub.quarantine()).toMatchObject([
      { reason: 'unreadable', frame: expect.stringMatching(/^\\x0A/) },
    ])
    expect(await hub.metric('navbatchi_dc09_hung_up_total')).toContain('{why="too-slow"} 1')
  })

  it('is not meant by NULs that a panel pads its frames with', async () => {
    await start({ limits: { slowestMessage: 50 } })
    const panel = await hub.dial()
    panel.send({})
    panel.socket.write(Buffer.alloc(3))
    await panel.answers(1)
    await new Promise((resolve) => setTimeout(resolve, 150))
    panel.send({ sequence: '0002' })
    expect(await panel.answers(2)).toHaveLength(2)
    expect(hub.quarantine()).toEqual([])
  })
})

describe('A connection', () => {
  it('is ended after silence', async () => {
    await start({ limits: { idle: 50 } })
    await (await hub.dial()).closed
    expect(await hub.metric('navbatchi_dc09_hung_up_total')).toContain('{why="idle"} 1')
  })

  it('that the panel half-closes still gets its answers', async () => {
    await start()
    const panel = await hub.dial()
    panel.socket.end(frameOf({}))
    expect(await panel.answers(1)).toEqual([ackOf('0001')])
    await panel.closed
  })

  it('is refused beyond the limits, the others staying', async () => {
    await start({ limits: { connectionsPerSource: 2 } })
    const [one] = [await hub.dial(), await hub.dial()]
    await (await hub.dial()).closed
    one.send({})
    expect(await one.answers(1)).toHaveLength(1)
    expect(await hub.metric('navbatchi_dc09_hung_up_total')).toContain(
      '{why="too-many-from-source"} 1',
    )
  })

  it.each([
    ['too many of its frames wait', { underWay: 4 }],
    ['many wait and it has had its share', { crowd: 8, fairShare: 4 }],
  ])('is not read while %s, and loses none of them', async (_, limits) => {
    await start({ limits })
    const panel = await hub.dial()
    const numbers = sequences(3_000)
    for (const sequence of numbers) panel.send({ sequence })
    expect(await panel.answers(3_000)).toEqual(numbers.map((sequence) => ackOf(sequence)))
  })
})
