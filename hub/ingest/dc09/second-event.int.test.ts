import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acknowledge, close, officer } from '../../../shared/testing/builders'
import { journalFolder } from '../../testing/journal-folder'
import { ackOf, openReception, type Reception } from './listener-fixture'

/*
 * Panels that start to count anew at every power-up, or never count: what looks like a repetition
 * may be a second event.
 */

const folder = journalFolder()
let hub: Reception
let panel: Awaited<ReturnType<Reception['dial']>>
beforeAll(async () => {
  hub = await openReception(folder.newFile())
  panel = await hub.dial()
})
afterAll(async () => {
  panel.socket.destroy()
  await hub.stop()
})

let sent = 0
/** Sends a frame and waits for its answer. */
async function send(data: string, account = 'A1') {
  panel.send({ account, data: `#${account}|${data}`, sequence: '0000' })
  sent += 1
  expect((await panel.answers(sent)).at(-1)).toBe(ackOf('0000', account))
}
let commands = 0
const give = async (command: Parameters<Reception['keeper']['command']>[0]['command']) => {
  commands += 1
  const reply = await hub.keeper.command(
    { commandId: `command-${commands}`, command, issuedAt: 0 },
    officer,
  )
  expect(reply).toMatchObject({ result: 'ok' })
}
const alarms = () =>
  [...hub.keeper.room().alarms.values()].sort((a, b) => a.raisedSeq - b.raisedSeq)

describe('A frame just like one of a moment ago', () => {
  it('repeats it while what it says stands', async () => {
    await send('1130 01 003')
    await send('1130 01 003')
    expect(await hub.written('signal-received')).toHaveLength(1)
    expect(await hub.written('signal-repeated')).toHaveLength(1)
  })
  it('is a second event when what it says was over: the alarm stands again', async () => {
    await send('3130 01 003')
    expect(alarms()).toMatchObject([{ restoredAt: expect.any(Number) }])
    await send('1130 01 003')
    expect(alarms()).toMatchObject([{ restoredAt: null, signalCount: 3 }])
  })
  it('is an alarm of its own when an officer has the first in hand, which was over', async () => {
    await send('1120 01 001')
    const [, panic] = alarms()
    await give(acknowledge(panic?.id ?? '', 'i1'))
    await send('3120 01 001')
    await send('1120 01 001')
    expect(alarms()).toMatchObject([
      {},
      { phase: 'acknowledged' },
      { phase: 'raised', kind: 'panic' },
    ])
  })
  it('is an alarm when the first one fell under a test that has ended', async () => {
    await give({
      type: 'start-test',
      testId: 't1',
      siteId: 'site-2',
      zones: null,
      minutes: 5,
      reason: 'Service',
    })
    await send('1110 01 009', 'A2')
    await send('1110 01 009', 'A2')
    expect(alarms()).toHaveLength(3)
    await give({ type: 'end-test', testId: 't1' })
    await send('1110 01 009', 'A2')
    expect(alarms()[3]).toMatchObject({ kind: 'fire', siteId: 'site-2', phase: 'raised' })
  })
  it('is an alarm when the first one waited for its account, and was closed since', async () => {
    await send('1122 01 002', 'F1')
    await give({ type: 'attach-account', account: 'F1', siteId: 'site-2' })
    const held = alarms()[4]
    expect(held).toMatchObject({ kind: 'hold-up', signals: [{ heldSince: expect.any(Number) }] })
    await send('1122 01 002', 'F1')
    expect(alarms()).toHaveLength(5)
    await give(acknowledge(held?.id ?? '', 'i2'))
    await give(close('i2'))
    await send('1122 01 002', 'F1')
    expect(alarms()[5]).toMatchObject({ kind: 'hold-up', phase: 'raised' })
  })
  it('is a third event of a panel that never counts, when another of the same number came in between', async () => {
    const before = (await hub.written('signal-received')).length
    await send('3401 01 001')
    await send('1401 01 001')
    await send('3401 01 001')
    expect(hub.keeper.room().arming.get('site-1')).toMatchObject({ armed: true })
    await send('3401 01 001')
    await send('3130 01 003')
    expect(alarms()[0]).toMatchObject({ restoredAt: expect.any(Number) })
    expect(await hub.written('signal-received')).toHaveLength(before + 4)
  })
})

describe('After a restart of the hub', () => {
  it('the last frame of a panel that never counts is repeated, and an earlier one is a third event', async () => {
    const file = folder.newFile()
    const counts: number[] = []
    for (const events of [
      ['3401 01 001', '1401 01 001'],
      ['1401 01 001', '3401 01 001'],
    ]) {
      const restarted = await openReception(file)
      const { socket, send: tell, answers } = await restarted.dial()
      for (const [at, event] of events.entries()) {
        tell({ account: 'A1', data: `#A1|${event}`, sequence: '0000' })
        await answers(at + 1)
      }
      counts.push((await restarted.written('signal-received')).length)
      expect(restarted.keeper.room().arming.get('site-1')).toMatchObject({
        armed: counts.length === 2,
      })
      socket.destroy()
      await restarted.stop()
    }
    expect(counts).toEqual([2, 3])
  })
})
