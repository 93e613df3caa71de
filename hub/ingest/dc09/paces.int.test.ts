import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { ackOf, journalFolder, openReception, type Reception, type ReceptionOptions, until } from './listener-fixture'

/** Senders that would fill the disk, each in another way; none of what is not stored is acknowledged. */

const slow = (burst: number) => ({ perSecond: 0.001, burst })
const folder = journalFolder()
let hub: Reception
afterEach(() => hub.stop())
afterAll(folder.remove)

const start = async (options: ReceptionOptions) => {
  hub = await openReception(folder.newFile(), options)
  return hub.dial()
}
const heldBack = (why: string) => async () =>
  (await hub.metric('navbatchi_messages_held_back_total')).includes(`{why="${why}"}`)

describe('A sender', () => {
  it('that makes up accounts is held to what one address may send of them, and no account that is known waits for it', async () => {
    const panel = await start({ strangerPace: slow(3) })
    const made = ['F1', 'F2', 'F3', 'F4', 'F5']
    for (const account of made) panel.send({ account, data: `#${account}|1120 01 003` })
    panel.send({ account: 'A1', data: '#A1|1120 01 003' })
    expect(new Set(await panel.answers(4))).toEqual(
      new Set([...made.slice(0, 3).map((account) => ackOf('0001', account)), ackOf('0001')]),
    )
    await until(() => hub.written('alarm-raised').length === 1)
    expect(hub.written('signal-quarantined')).toHaveLength(3)
    expect(await heldBack('stranger-pace')()).toBe(true)
    panel.socket.destroy()
  })

  it('whose frames hold many events each is paced by the events, and the frame is kept once', async () => {
    const panel = await start({ pace: slow(150) })
    const data = `#A1|N${'BA1/'.repeat(100)}`
    panel.send({ token: 'SIA-DCS', data, sequence: '0001' })
    expect(await panel.answers(1)).toEqual([ackOf('0001')])
    panel.send({ token: 'SIA-DCS', data, sequence: '0002' })
    panel.send({ token: 'NULL', data: '', sequence: '0003' })
    expect(await panel.answers(2)).toEqual([ackOf('0001'), ackOf('0003')])
    const frames = hub.written('signal-received').map((entry) => (entry.data as { readonly frame: string }).frame)
    expect([frames.length, frames[0], new Set(frames.slice(1))]).toEqual([
      100,
      expect.stringContaining(data),
      new Set(['']),
    ])
    panel.socket.destroy()
  })

  it('whose data nobody can read is paced like any other', async () => {
    const panel = await start({ pace: slow(2) })
    for (const sequence of ['0001', '0002', '0003']) panel.send({ data: '#A1|what', sequence })
    panel.send({ token: 'NULL', data: '', sequence: '0004' })
    expect(new Set(await panel.answers(3))).toEqual(new Set(['0001', '0002', '0004'].map((one) => ackOf(one))))
    expect(hub.quarantine()).toHaveLength(2)
    panel.socket.destroy()
  })
})
