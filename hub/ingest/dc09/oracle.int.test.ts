import { describe, expect, it } from 'vitest'
import { cipherOf } from '../../../node/aes'
import { bytesFromLatin1, hexText } from '../../../shared/dc09/bytes'
import { encipher } from '../../../shared/dc09/encipher'
import { encodeFrame, type Message } from '../../../shared/dc09/encode'
import { formatTimestamp } from '../../../shared/dc09/timestamp'
import { plainLine } from '../../../shared/sites/site'
import { site } from '../../../shared/testing/builders'
import { journalFolder } from '../../testing/journal-folder'
import { ackOf, openReception, sequences, until } from './listener-fixture'

/**
 * A stranger without the key, who records frames, changes their cipher text and watches answers and
 * figures.
 */

const folder = journalFolder()
const key = cipherOf(bytesFromLatin1('0123456789ABCDEF'))
const secured = site('site-9', {
  account: 'C0DE',
  lines: [{ ...plainLine('C0DE'), encryption: 'required' }],
})
const keys = { cipherOf: (account: string) => (account === 'C0DE' ? key : null) }
const start = () => openReception(folder.newFile(), { known: [secured], keys })

const head: Message = {
  token: 'SIA-DCS',
  sequence: '0001',
  receiver: null,
  prefix: '0',
  account: 'C0DE',
}
const under = (data: string, change: Partial<Message> = {}) =>
  encodeFrame({ ...head, ...change, encrypted: true, data })
const stamp = (ms = 0) => `_${formatTimestamp(Date.now() + ms)}`
const recorded = () =>
  encipher(`#C0DE|Nri1/PA07]${stamp()}`, key, bytesFromLatin1('QWERTYUIOPASDFGH'))
/** Whole blocks, whatever they hold. */
const sealing = (clear: string) =>
  hexText(key.encrypt(bytesFromLatin1(clear.padStart(Math.ceil(clear.length / 16) * 16, 'p'))))
const flipped = (hex: string, bit: number) => {
  const bytes = Buffer.from(hex, 'hex')
  const at = (bit >> 3) % (bytes.length - 32)
  bytes[at] = (bytes[at] ?? 0) ^ (1 << (bit & 7))
  return hexText(bytes)
}
const figures = [
  'dc09_frames_total',
  'quarantined_total',
  'quarantine_unkept_total',
  'messages_held_back_total',
]

const tries = 50
const cases: readonly (readonly [string, (turn: number) => string])[] = [
  ['noise', (turn) => flipped('5A'.repeat(64), turn)],
  ['a recorded message with a bit turned', (turn) => flipped(recorded(), turn)],
  ['a message without a time', () => sealing('|#C0DE|Nri1/PA07]')],
  ['a message whose time is none', () => sealing('|#C0DE|Nri1/PA07]_99:99:99,11-22-2026')],
  ['a message of another account', () => sealing(`|#C0DF|Nri1/PA07]${stamp()}`)],
  ['a message without an end', () => sealing(`|#C0DE|Nri1/PA07${stamp()}`)],
]

describe('Whatever comes out of deciphering what a stranger made', () => {
  it('answers, figures and entries are the same, so that nothing tells how near it was', async () => {
    const seen: unknown[] = []
    for (const [, make] of cases) {
      const hub = await start()
      const panel = await hub.dial()
      for (let turn = 0; turn < tries; turn++) panel.socket.write(under(make(turn)))
      panel.send({ token: 'NULL', data: '', sequence: '0777' })
      expect(await panel.answers(1)).toEqual([ackOf('0777')])
      await until(async () => (await hub.written('signal-quarantined')).length === 5)
      const values = await Promise.all(figures.map((name) => hub.metric(`navbatchi_${name}`)))
      seen.push({
        values,
        entries: hub.keeper.head().seq,
        heard: [...hub.heard],
        strange: hub.strange.get('C0DE'),
      })
      await hub.stop()
    }
    expect(seen[0]).toMatchObject({ entries: 6, heard: ['A1'], strange: tries })
    for (const one of seen) expect(one).toEqual(seen[0])
  })
})

describe('A recorded encrypted message', () => {
  it('sent again as it is gets its acknowledgement again and counts once, though its alarm was closed', async () => {
    const hub = await start()
    const panel = await hub.dial()
    const frame = under(recorded())
    for (const count of [1, 2]) {
      panel.socket.write(frame)
      await panel.answers(count)
    }
    expect(await hub.written('signal-received')).toHaveLength(1)
    expect(await hub.written('signal-repeated')).toHaveLength(1)
    await hub.stop()
  })

  it('is no new event under another sequence, line or token, and shows no life; also after a restart', async () => {
    const file = folder.newFile()
    let hub = await openReception(file, { known: [secured], keys })
    const data = recorded()
    const first = await hub.dial()
    first.socket.write(under(data))
    await first.answers(1)
    for (const restart of [false, true]) {
      if (restart) {
        await hub.stop()
        hub = await openReception(file, { keys })
      }
      hub.heard.clear()
      const stranger = await hub.dial()
      // Digits of either case are the same cipher text.
      stranger.socket.write(under(data.toLowerCase(), { sequence: '0002' }))
      stranger.socket.write(under(data, { prefix: '7', receiver: '5' }))
      await stranger.answers(2)
      stranger.socket.write(under(data, { token: 'NULL' }))
      stranger.socket.write(under(flipped(data, 3), { sequence: '0003' }))
      stranger.send({ token: 'NULL', data: '', sequence: '0777' })
      expect((await stranger.answers(3))[2]).toBe(ackOf('0777'))
      expect(await hub.written('signal-received')).toHaveLength(1)
      expect([...hub.heard]).toEqual(['A1'])
      await until(() => hub.quarantine().filter(({ reason }) => reason === 'replayed').length >= 3)
      expect(await hub.metric('navbatchi_dc09_frames_total')).toContain('{result="undeciphered"} 4')
    }
    await hub.stop()
  })

  it('that is a poll keeps no account alive under other numbers', async () => {
    const hub = await start()
    const poll = encipher(`]${stamp()}`, key)
    const panel = await hub.dial()
    panel.socket.write(under(poll, { token: 'NULL' }))
    await panel.answers(1)
    expect([...hub.heard]).toEqual(['C0DE'])
    hub.heard.clear()
    for (const sequence of sequences(5).slice(1))
      panel.socket.write(under(poll, { token: 'NULL', sequence }))
    await panel.answers(5)
    expect([...hub.heard]).toEqual([])
    await hub.stop()
  })

  it.each([true, false])(
    'means nothing under the header of another account that has the same key (its own came first: %s)',
    async (ownFirst) => {
      const other = site('site-8', {
        account: 'BEEF',
        lines: [{ ...plainLine('BEEF'), encryption: 'required' }],
      })
      const hub = await openReception(folder.newFile(), {
        known: [secured, other],
        keys: { cipherOf: () => key },
      })
      const panel = await hub.dial()
      const data = recorded()
      const poll = encipher(`#C0DE|]${stamp()}`, key, bytesFromLatin1('ASDFGHJKLZXCVBNM'))
      const own = async () => {
        const before = panel.received.length
        panel.socket.write(under(data))
        await panel.answers(before + 1)
        expect(await hub.written('signal-received')).toHaveLength(1)
        expect([...hub.heard]).toContain('C0DE')
      }
      if (ownFirst) await own()
      const answered = panel.received.length
      panel.socket.write(under(data, { account: 'BEEF' }))
      panel.socket.write(under(data, { account: 'BEEF', sequence: '0002' }))
      panel.socket.write(under(poll, { account: 'BEEF', token: 'NULL', sequence: '0003' }))
      panel.send({ token: 'NULL', data: '', sequence: '0777' })
      await panel.answers(answered + 1)
      expect(panel.received.slice(answered)).toEqual([ackOf('0777')])
      expect([...hub.heard]).not.toContain('BEEF')
      expect(hub.strange.get('BEEF')).toBe(3)
      await until(() => hub.quarantine().filter(({ account }) => account === 'BEEF').length >= 3)
      // Whoever sends it ahead under another account does not silence the one it is of.
      if (!ownFirst) await own()
      expect(await hub.written('signal-received')).toHaveLength(1)
      await hub.stop()
    },
  )
})
