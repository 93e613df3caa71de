import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cipherOf } from '../../../node/aes'
import { bytesFromLatin1 } from '../../../shared/dc09/bytes'
import { decipherFrame } from '../../../shared/dc09/decipher'
import { decodeFrame } from '../../../shared/dc09/decode-frame'
import { encryptFrame } from '../../../shared/dc09/encode'
import { plainLine } from '../../../shared/sites/site'
import { officer, site, sites } from '../../../shared/testing/builders'
import { journalFolder } from '../../testing/journal-folder'
import { ackOf, frameOf, openReception, type Reception, until } from './listener-fixture'

const folder = journalFolder()
const key = cipherOf(bytesFromLatin1('0123456789ABCDEF'))
const secured = site('site-9', {
  account: 'C0DE',
  lines: [{ ...plainLine('C0DE'), encryption: 'required' }],
})
const keys = { cipherOf: (account: string) => (account === 'C0DE' ? key : null) }

let file = ''
let hub: Reception
beforeEach(async () => {
  file = folder.newFile()
  hub = await openReception(file, { known: [secured], keys })
})
afterEach(() => hub.stop())

const sealed = (sequence: string, timestamp = Date.now()) =>
  encryptFrame(
    {
      token: 'SIA-DCS',
      sequence,
      receiver: null,
      prefix: '0',
      account: 'C0DE',
      data: '#C0DE|Nri1/PA07',
      timestamp,
    },
    key,
  )

describe('An account with a key', () => {
  it('is read, and answered under its key', async () => {
    const panel = await hub.dial()
    const raw = new Promise<Buffer>((resolve) => panel.socket.once('data', resolve))
    panel.socket.write(sealed('0001'))
    const answer = decodeFrame(await raw)
    expect(answer).toMatchObject({
      token: 'ACK',
      encrypted: true,
      sequence: '0001',
      account: 'C0DE',
    })
    expect(answer.kind === 'frame' && decipherFrame(answer, key)).toMatchObject({
      timestamp: expect.any(Number),
    })
    expect(await hub.written('alarm-raised')).toMatchObject([
      { data: { siteId: 'site-9', kind: 'panic', priority: 1 } },
    ])
    expect(await hub.written('signal-received')).toMatchObject([
      { data: { encrypted: true, zone: '07' } },
    ])
  })

  it('is recorded once when it repeats, though padding and time differ, and also after a restart', async () => {
    const panel = await hub.dial()
    panel.socket.write(sealed('0001'))
    await panel.answers(1)
    panel.socket.write(sealed('0001', Date.now() - 5_000))
    await panel.answers(2)
    await hub.stop()
    hub = await openReception(file, { keys })
    const again = await hub.dial()
    again.socket.write(sealed('0001', Date.now() - 9_000))
    await again.answers(1)
    expect(await hub.written('signal-received')).toHaveLength(1)
  })

  it('is told our time when its clock is wrong, six times a minute and no more', async () => {
    const panel = await hub.dial()
    for (let sequence = 1; sequence <= 10; sequence++)
      panel.socket.write(sealed(String(sequence).padStart(4, '0'), Date.now() - 3_600_000))
    panel.send({})
    await until(() => panel.received.includes(ackOf('0001')))
    const naks = panel.received.filter((answer) => answer.startsWith('"NAK"0000R0L0A0[]'))
    expect(naks).toHaveLength(6)
    expect(await hub.written('signal-received')).toHaveLength(1)
    expect(hub.quarantine().every(({ reason }) => reason === 'outside-window')).toBe(true)
    expect(await hub.metric('navbatchi_dc09_frames_total')).toContain('{result="undeciphered"} 10')
  })

  it('in clear is refused where it must be encrypted', async () => {
    const panel = await hub.dial()
    panel.send({ account: 'C0DE', data: '#C0DE|1120 01 003' }, {})
    expect(await panel.answers(1)).toEqual([ackOf('0001')])
    expect(hub.quarantine()).toMatchObject([{ reason: 'not-encrypted', account: 'C0DE' }])
    expect([...hub.heard]).toEqual(['A1'])
  })
})

describe('An account nobody knows', () => {
  it('is held; attached to a site, all of it takes effect in the order it came, with when it came', async () => {
    const panel = await hub.dial()
    const codes = ['1130 01 003', '1131 01 004', '3130 01 003']
    panel.send(
      ...codes.map((code, at) => ({
        account: 'B7',
        data: `#B7|${code}`,
        sequence: `000${at + 1}`,
      })),
    )
    await panel.answers(3)
    expect(hub.keeper.room().held.get('B7')).toMatchObject({
      count: 3,
      last: { meaning: expect.any(String) },
    })
    const command = { type: 'attach-account', account: 'B7', siteId: 'site-1' } as const
    expect(
      await hub.keeper.command({ commandId: 'c1', command, issuedAt: 0 }, officer),
    ).toMatchObject({ result: 'ok' })
    expect(await hub.written('account-attached')).toMatchObject([
      { data: { account: 'B7', siteId: 'site-1', held: 3 } },
    ])
    const taken = (await hub.written('signal-received')).map(
      ({ data }) => data as { code: string; heldSince?: number },
    )
    expect(taken.map(({ code }) => code)).toEqual(['130', '131', '130'])
    expect(taken.every(({ heldSince }) => heldSince !== undefined)).toBe(true)
    expect(hub.keeper.room().held.has('B7')).toBe(false)
    expect([...hub.keeper.room().alarms.values()]).toMatchObject([
      { siteId: 'site-1', signalCount: 3 },
    ])
    panel.send({ account: 'B7', data: '#B7|1132 01 005', sequence: '0009' })
    await panel.answers(4)
    expect(await hub.written('signal-received')).toHaveLength(4)
  })

  it('is attached with what is only just on its way to the disk', async () => {
    const panel = await hub.dial()
    panel.send(
      ...['0001', '0002', '0003'].map((sequence) => ({
        account: 'B8',
        data: '#B8|1130 01 003',
        sequence,
      })),
    )
    while (hub.keeper.room().held.get('B8')?.count !== 3)
      await new Promise((resume) => setImmediate(resume))
    const command = { type: 'attach-account', account: 'B8', siteId: 'site-1' } as const
    await hub.keeper.command({ commandId: 'c2', command, issuedAt: 0 }, officer)
    expect(await hub.written('signal-received')).toHaveLength(3)
  })

  it('takes effect as well when the register says whose it is', async () => {
    const panel = await hub.dial()
    panel.send({ account: 'B9', data: '#B9|1130 01 003' })
    await panel.answers(1)
    await hub.keeper.record(() => [sites(site('site-7', { account: 'B9' }))], officer)
    expect([...hub.keeper.room().alarms.values()]).toMatchObject([
      { siteId: 'site-7', signalCount: 1 },
    ])
    expect(hub.keeper.room().held.isEmpty()).toBe(true)
  })
})

describe('A panel gone mad', () => {
  it('is left without an answer beyond its pace, while another account is served', async () => {
    await hub.stop()
    hub = await openReception(folder.newFile(), { pace: { perSecond: 1, burst: 50 } })
    const mad = await hub.dial()
    for (let sequence = 1; sequence <= 500; sequence++)
      mad.send({ sequence: String(sequence).padStart(4, '0') })
    const other = await hub.dial()
    other.socket.write(frameOf({ account: 'A2', data: '#A2|1122 01 001' }))
    expect(await other.answers(1)).toEqual([ackOf('0001', 'A2')])
    expect((await hub.written('signal-received')).length).toBeLessThan(100)
    // The other one does not wait until all of the first one's messages are looked at.
    await expect
      .poll(() => hub.metric('navbatchi_messages_held_back_total'))
      .toContain('account-pace')
  })
})
