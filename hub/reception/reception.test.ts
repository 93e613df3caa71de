import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import { Registry } from 'prom-client'
import { describe, expect, it } from 'vitest'
import { sha256 } from '../../node/sha256'
import { systemActor } from '../../shared/accounts/actor'
import { createMemoryJournal } from '../../shared/journal/memory-journal'
import { sendersDetail } from '../../shared/signals/detail-codes'
import type { QuarantineReason } from '../../shared/signals/signal'
import { receiver, signal, site, sites } from '../../shared/testing/builders'
import { createManualClock } from '../../shared/timeline/manual-clock'
import { openKeeper } from '../keeper/keeper'
import { NotStored } from '../keeper/keeper-port'
import { createReception, type ReceptionParts } from './reception'
import { senderOf } from './sender'

/**
 * Senders that make up accounts and addresses: a flood of them may cost so much of the disk and no
 * more.
 */

const slow = (burst: number) => ({ perSecond: 0.001, burst })

async function open(
  paces: Pick<ReceptionParts, 'pace' | 'strangerPace' | 'allStrangersPace'> = {},
) {
  const clock = createManualClock(1_000_000)
  const keeper = await openKeeper({
    journal: createMemoryJournal(),
    probe: () => {},
    explain: String,
    clock,
    sha256,
  })
  await keeper.record(() => [sites(site('site-1', { account: 'A1' }))], systemActor)
  const registry = new Registry()
  const log = pino({ level: 'silent' })
  const reception = createReception({ keeper, clock, newId: randomUUID, registry, log, ...paces })
  return {
    reception,
    /** Signals of a made-up account, from an address: how many were taken. */
    async taken(count: number, change: (at: number) => Partial<Parameters<typeof signal>[1]>) {
      const all = Array.from({ length: count }, (_, at) => {
        const said = signal(`F${at}`, {
          signalId: randomUUID(),
          channel: 'dc09-udp',
          ...change(at),
        })
        return reception.take([said], receiver)
      })
      const ended = await Promise.allSettled(all)
      for (const one of ended)
        if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(NotStored)
      return ended.filter(({ status }) => status === 'fulfilled').length
    },
    async kept(
      count: number,
      of: (at: number) => { reason: QuarantineReason; account?: string; address: string },
    ) {
      const before = (await keeper.read(1, 10_000)).length
      for (let at = 0; at < count; at++) {
        const { address, ...item } = of(at)
        reception.keep(
          { detail: sendersDetail(''), bytes: new Uint8Array(), ...item },
          senderOf('dc09-udp', address, 5000),
        )
      }
      // It takes its turn behind all of them.
      const last = senderOf('http', of(count - 1).address)
      await reception.keepDurably(
        { reason: 'unreadable-data', detail: sendersDetail(''), bytes: new Uint8Array() },
        last,
      )
      return (await keeper.read(1, 10_000)).length - before - 1
    },
  }
}

describe('Of accounts nobody knows', () => {
  it('one network of IPv6 is taken as one sender, whichever of its addresses it speaks from', async () => {
    const { taken } = await open({ strangerPace: slow(3) })
    expect(await taken(10, (at) => ({ source: `[2001:db8::${at}]:5000` }))).toBe(3)
    expect(await taken(10, () => ({ source: '[2001:db8:1::1]:5000' }))).toBe(3)
  })
  it('all addresses together are held to a pace, and a known account waits for none of them', async () => {
    const { taken } = await open({ strangerPace: slow(3), allStrangersPace: slow(5) })
    expect(await taken(10, (at) => ({ source: `10.0.0.${at}:5000` }))).toBe(5)
    expect(await taken(1, () => ({ account: 'A1', source: '10.0.1.1:5000' }))).toBe(1)
  })
})

describe('What one account sends beyond its pace', () => {
  it('is taken over a receiver line, where it would hold up every panel behind it', async () => {
    const { taken, reception } = await open({ pace: slow(3), strangerPace: slow(3) })
    expect(await taken(10, () => ({ account: 'A1' }))).toBe(3)
    for (const channel of ['surgard', 'ademco-685'] as const) {
      expect(await taken(10, () => ({ account: 'A1', channel }))).toBe(10)
      const item = {
        reason: 'unreadable-data',
        detail: sendersDetail(''),
        bytes: new Uint8Array(),
        account: 'A1',
      } as const
      const kept = Array.from({ length: 10 }, () =>
        reception.keepDurably(item, senderOf(channel, '10.0.0.1')),
      )
      expect(await Promise.all(kept)).toHaveLength(10)
    }
  })
})

describe('A frame of many bytes', () => {
  it('counts for each kilobyte it takes in the journal', async () => {
    const { taken } = await open({ pace: slow(40) })
    const frame = 'x'.repeat(16_000)
    expect(await taken(5, () => ({ account: 'A1', frame }))).toBe(2)
  })
})

describe('What cannot be read and is answered', () => {
  it('is kept to the pace of its address, whatever account it makes up', async () => {
    const { reception } = await open({ strangerPace: slow(3) })
    const bytes = new Uint8Array(100)
    const keep = (account: string) =>
      reception.keepDurably(
        { reason: 'unreadable-data', detail: sendersDetail(''), bytes, account },
        senderOf('dc09-udp', '10.0.0.1'),
      )
    const ended = await Promise.allSettled(['F1', 'F2', 'F3', 'F4', 'F5'].map(keep))
    expect(ended.map(({ status }) => status === 'fulfilled')).toEqual([
      true,
      true,
      true,
      false,
      false,
    ])
  })
})

describe('What is refused', () => {
  it('is kept so many times a minute of one address, whatever accounts it makes up', async () => {
    const { kept } = await open()
    expect(
      await kept(400, (at) => ({ reason: 'wrong-key', account: `F${at}`, address: '10.0.0.1' })),
    ).toBe(300)
  })
  it('is kept so many times a minute of all addresses together', async () => {
    const { kept } = await open()
    expect(
      await kept(1_500, (at) => ({ reason: 'bad-crc', address: `10.0.${at >> 8}.${at & 255}` })),
    ).toBe(1_200)
  })
})

describe('While more waits to be stored than may', () => {
  it('no more is taken, so that a flood cannot fill the memory', async () => {
    const { taken } = await open({ pace: { perSecond: 1e6, burst: 1e6 } })
    const frame = 'x'.repeat(40_000)
    const count = await taken(3_000, () => ({ account: 'A1', priority: 4, frame }))
    expect(count).toBeLessThan(1_400)
    expect(await taken(1, () => ({ account: 'A1', frame }))).toBe(1)
  })
})

describe('A limit that is used up by one network', () => {
  const known = { account: 'A1', priority: 1 } as const
  it('holds back no other network of the same account, nor what the key of the account opened', async () => {
    const { taken } = await open({ pace: slow(3) })
    expect(await taken(10, () => ({ ...known, source: '10.0.0.1:5000' }))).toBe(3)
    expect(await taken(10, () => ({ ...known, source: '10.0.0.2:5000' }))).toBe(3)
    expect(
      await taken(10, () => ({ ...known, source: '10.0.0.1:5000', encrypted: true as const })),
    ).toBe(3)
  })
  it('leaves room for others to be stored and to be kept', async () => {
    const { taken, kept } = await open({ pace: { perSecond: 1e6, burst: 1e6 } })
    const flood = taken(3_000, () => ({
      account: 'A1',
      priority: 4,
      frame: 'x'.repeat(40_000),
      source: '10.0.0.1:5000',
    }))
    expect(await taken(1, () => ({ ...known, priority: 4, source: '10.0.0.2:5000' }))).toBe(1)
    expect(await flood).toBeLessThan(700)
    const of = (address: string) => () => ({ reason: 'wrong-key' as const, account: 'A1', address })
    expect([await kept(20, of('10.0.0.1')), await kept(20, of('10.0.0.2'))]).toEqual([5, 5])
  })
})
