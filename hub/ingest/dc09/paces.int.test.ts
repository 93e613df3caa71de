import { afterEach, describe, expect, it } from 'vitest'
import { journalFolder } from '../../testing/journal-folder'
import {
  ackOf,
  openReception,
  type Reception,
  type ReceptionOptions,
  until,
} from './listener-fixture'

/**
 * Senders that would fill the disk, each in another way; none of what is not stored is
 * acknowledged.
 */

const slow = (burst: number) => ({ perSecond: 0.001, burst })
const folder = journalFolder()
let hub: Reception
afterEach(() => hub.stop())

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
    await until(async () => (await hub.written('alarm-raised')).length === 1)
    expect(await hub.written('signal-quarantined')).toHaveLength(3)
    expect(await heldBack('stranger-pace')()).toBe(true)
    panel.socket.destroy()
  })

  it('whose frames hold many events each is paced by the events, and the frame is kept once', async () => {
    const panel = await start({ pace: slow(50) })
    const data = `#A1|N${'BA1/'.repeat(30)}`
    panel.send({ token: 'SIA-DCS', data, sequence: '0001' })
    expect(await panel.answers(1)).toEqual([ackOf('0001')])
    panel.send({ token: 'SIA-DCS', data, sequence: '0002' })
    panel.send({ token: 'NULL', data: '', sequence: '0003' })
    expect(await panel.answers(2)).toEqual([ackOf('0001'), ackOf('0003')])
    const frames = (await hub.written('signal-received')).map(
      (entry) => (entry.data as { readonly frame: string }).frame,
    )
    expect([frames.length, frames[0], new Set(frames.slice(1))]).toEqual([
      30,
      expect.stringContaining(data),
      new Set(['']),
    ])
    panel.socket.destroy()
  })

  it('whose data nobody can read is paced like any other', async () => {
    const panel = await start({ pace: slow(2) })
    for (const sequence of ['0001', '0002', '0003']) panel.send({ data: '#A1|what', sequence })
    panel.send({ token: 'NULL', data: '', sequence: '0004' })
    expect(new Set(await panel.answers(3))).toEqual(
      new Set(['0001', '0002', '0004'].map((one) => ackOf(one))),
    )
    expect(hub.quarantine()).toHaveLength(2)
    panel.socket.destroy()
  })

  it('whose frames hold a thousand events each has 32 of them judged and one unknown alarm for the rest; the frame is kept', async () => {
    const panel = await start({})
    const data = `#A1|N${'BA1/'.repeat(970)}`
    panel.send({ token: 'SIA-DCS', data, sequence: '0001' })
    expect(await panel.answers(1)).toEqual([ackOf('0001')])
    const taken = (await hub.written('signal-received')).map(
      (entry) => entry.data as { code: string; frame: string },
    )
    expect(taken).toHaveLength(33)
    expect([taken[0]?.frame.includes(data), taken.at(-1)?.code]).toEqual([true, '??'])
    panel.socket.destroy()
  })

  it('that floods such frames has a known panel at another address wait for a few of them only', async () => {
    const stranger = await start({})
    const data = (account: string) => `#${account}|N${'BA1/'.repeat(970)}`
    const flood = Array.from({ length: 300 }, (_, at) => ({
      token: 'SIA-DCS',
      account: `F${at}`,
      data: data(`F${at}`),
    }))
    stranger.send(...flood)
    await until(() => hub.keeper.head().seq > 2)
    const before = hub.keeper.head().seq
    const panel = await hub.dial('127.0.0.9')
    panel.send({ account: 'A1', data: '#A1|1122 01 001', sequence: '0009' })
    expect(await panel.answers(1)).toEqual([ackOf('0009')])
    const position = (await hub.keeper.read(before, 20_000)).findIndex(
      ({ type }) => type === 'signal-received',
    )
    expect(position).toBeLessThan(2_000)
    expect(hub.keeper.head().seq).toBeLessThan(9_000)
    stranger.socket.destroy()
    panel.socket.destroy()
  })
})

describe('Messages that are refused', () => {
  it('cost whoever sent them, not the account they name', async () => {
    const stranger = await start({ pace: slow(3) })
    for (let at = 0; at < 20; at++)
      stranger.send({ data: '#A1|what', sequence: String(at).padStart(4, '0') })
    for (let at = 0; at < 20; at++)
      stranger.send({ data: '#A1|3130 01 003', sequence: String(at + 50).padStart(4, '0') })
    await until(async () => (await hub.written('signal-received')).length >= 3)
    await until(() => hub.quarantine().length >= 3)
    const panel = await hub.dial('127.0.0.9')
    for (const sequence of ['0101', '0102', '0103'])
      panel.send({ data: '#A1|1401 01 001', sequence })
    expect(new Set(await panel.answers(3))).toEqual(
      new Set(['0101', '0102', '0103'].map((one) => ackOf(one))),
    )
    stranger.socket.destroy()
    panel.socket.destroy()
  })
})
