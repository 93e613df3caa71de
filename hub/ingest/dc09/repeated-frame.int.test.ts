import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { acknowledge, close, officer } from '../../../shared/testing/builders'
import { journalFolder } from '../../testing/journal-folder'
import {
  ackOf,
  frameOf,
  openReception,
  type Reception,
  type ReceptionOptions,
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

describe('A frame that is repeated', () => {
  beforeEach(() => start())

  it('is acknowledged each time and recorded once, also with another timestamp', async () => {
    const panel = await hub.dial()
    panel.send({ timestamp: 1_700_000_000_000 }, { timestamp: 1_700_000_009_000 })
    await panel.answers(2)
    panel.send({})
    expect(await panel.answers(3)).toEqual(Array(3).fill(ackOf('0001')))
    expect(await hub.written('signal-received')).toHaveLength(1)
    expect(await hub.metric('navbatchi_dc09_frames_total')).toContain('{result="duplicate"} 2')
    const first = (await hub.written('signal-received'))[0]?.data as
      | { signalId: string }
      | undefined
    const again = {
      signalId: first?.signalId,
      channel: 'dc09-tcp',
      account: 'A1',
      sequence: '0001',
    }
    expect((await hub.written('signal-repeated')).map((entry) => entry.data)).toMatchObject([
      again,
      again,
    ])
  })

  it('in the order 9995, 9996, 9995, 9997 gives three signals and four acknowledgements (DC-09-2007 C.2.3.7)', async () => {
    const panel = await hub.dial()
    panel.send(...['9995', '9996', '9995', '9997'].map((sequence) => ({ sequence })))
    expect((await panel.answers(4)).toSorted()).toEqual(
      ['9995', '9995', '9996', '9997'].map((one) => ackOf(one)),
    )
    expect(
      (await hub.written('signal-received')).map(
        ({ data }) => (data as { sequence: string }).sequence,
      ),
    ).toEqual(['9995', '9996', '9997'])
  })

  it('by the other path of a dual-path panel is one alarm with two receptions', async () => {
    const tcp = await hub.dial()
    tcp.send({})
    await tcp.answers(1)
    const udp = createSocket('udp4')
    udp.send(frameOf({}), hub.listener.udp, '127.0.0.1')
    await once(udp, 'message')
    udp.close()
    const [alarm] = [...hub.keeper.room().alarms.values()]
    expect(alarm?.signalCount).toBe(1)
    expect(alarm?.signals[0]?.receptions.map(({ path }) => path)).toEqual([
      'dc09-tcp 127.0.0.1',
      'dc09-udp 127.0.0.1',
    ])
  })

  it('leaves five entries a minute of an account, and is acknowledged all the same', async () => {
    const panel = await hub.dial()
    panel.send(...Array(9).fill({}), { account: 'A2', data: '#A2|1130 01 003' }, {})
    expect(await panel.answers(11)).toHaveLength(11)
    expect(await hub.written('signal-repeated')).toHaveLength(5)
  })

  it('is a new alarm once the first was dealt with', async () => {
    const panel = await hub.dial()
    panel.send({})
    await panel.answers(1)
    const [alarmId = ''] = [...hub.keeper.room().alarms.keys()]
    for (const command of [acknowledge(alarmId, 'i1'), close('i1')])
      expect(
        await hub.keeper.command({ commandId: `${command.type}-1`, command, issuedAt: 0 }, officer),
      ).toMatchObject({ result: 'ok' })
    panel.send({})
    await panel.answers(2)
    expect(await hub.written('alarm-raised')).toHaveLength(2)
  })

  it('is known after a restart', async () => {
    const before = await hub.dial()
    before.send({}, { sequence: '0002', account: 'FFFF', data: '#FFFF|1130 01 003' })
    await before.answers(2)
    await hub.stop()
    await start()
    const after = await hub.dial()
    after.send(
      {},
      { sequence: '0002', account: 'FFFF', data: '#FFFF|1130 01 003' },
      { sequence: '0003' },
    )
    expect(await after.answers(3)).toHaveLength(3)
    expect(await hub.written('signal-received')).toHaveLength(2)
    expect(await hub.written('signal-quarantined')).toHaveLength(1)
  })

  it('is another signal when the sequence or the data differ', async () => {
    const panel = await hub.dial()
    panel.send(
      {},
      { sequence: '0002' },
      { data: '#A1|1130 01 004' },
      { account: 'A2', data: '#A2|1130 01 003' },
    )
    await panel.answers(4)
    expect(await hub.written('signal-received')).toHaveLength(4)
  })
})
