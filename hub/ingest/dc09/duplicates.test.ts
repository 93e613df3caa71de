import { describe, expect, it } from 'vitest'
import { decodeFrame } from '../../../shared/dc09/decode-frame'
import { encodeFrame } from '../../../shared/dc09/encode'
import { printable } from '../../../shared/dc09/printable'
import { minute } from '../../../shared/lang/instant'
import { raised, signal } from '../../../shared/testing/builders'
import { entriesOf } from '../../../shared/testing/given'
import { pretendSha256 } from '../../../shared/testing/journal-contract'
import { arrivedAs, createDuplicates } from './duplicates'
import { knownFrame } from './known-frame'
import type { Arrived } from './repetition'

const frameOf = knownFrame({ cipherOf: () => null })
const k: Arrived = { slot: 'A1||0|0001', content: 'k', path: 'dc09-tcp 10.0.0.7', stamp: null }

const bytes = encodeFrame({
  token: 'ADM-CID',
  sequence: '0007',
  receiver: '1',
  prefix: '0',
  account: 'A1',
  data: '#A1|1130 01 003',
  timestamp: 1_700_000_000_000,
})
const frame = decodeFrame(bytes)
const asArrived = ({ keyOf }: ReturnType<typeof createDuplicates>): Arrived => {
  if (frame.kind !== 'frame') throw new Error(frame.detail)
  return arrivedAs(frame, keyOf(frame.content), 'dc09-tcp 10.0.0.7')
}

const sent = signal('A1', { signalId: 's-1', frame: printable(bytes) })
const received = entriesOf([
  { type: 'signal-received', data: { ...sent, siteId: 'site-1' } },
  raised('a1'),
])

describe('A repetition', () => {
  it('is known for two minutes', async () => {
    const duplicates = createDuplicates(pretendSha256, frameOf)
    duplicates.remember(k, 1_000, Promise.resolve([]))
    expect(duplicates.find(k, 1_000 + 2 * minute - 1)).toBeDefined()
    expect(duplicates.find(k, 1_000 + 2 * minute)).toBeUndefined()
    expect(duplicates.find({ ...k, content: 'another' }, 1_000)).toBeUndefined()
  })

  it('is known for two minutes also when the clock was set back meanwhile', () => {
    const duplicates = createDuplicates(pretendSha256, frameOf)
    duplicates.remember(k, 100 * minute, Promise.resolve([]))
    expect(duplicates.find(k, 50 * minute)).toBeDefined()
    expect(duplicates.find(k, 52 * minute)).toBeUndefined()
  })

  it('of what is still being stored waits for it, and of what was not stored is new', async () => {
    const duplicates = createDuplicates(pretendSha256, frameOf)
    const storing = Promise.reject(new Error('disk full'))
    duplicates.remember(k, 1_000, storing)
    await expect(duplicates.find(k, 1_001)).rejects.toThrow('disk full')
    expect(duplicates.find(k, 1_001)).toBeUndefined()
  })

  it('names the signal and the alarms of the first', async () => {
    const duplicates = createDuplicates(pretendSha256, frameOf)
    duplicates.remember(k, 1_000, Promise.resolve(received))
    await duplicates.find(k, 1_001)
    expect(duplicates.find(k, 1_001)).toEqual({ signalId: 's-1', alarmIds: ['a1'] })
    duplicates.forget(k)
    expect(duplicates.find(k, 1_001)).toBeUndefined()
  })

  it('is learnt from the frames in the journal, whatever their timestamps', () => {
    const duplicates = createDuplicates(pretendSha256, frameOf)
    const { signalId, channel, source, frame: text, account } = sent
    const about = { signalId, channel, source, frame: text, account, detail: '' }
    duplicates.learn(
      entriesOf([
        raised('a1'),
        { type: 'signal-quarantined', data: { ...about, reason: 'bad-crc' } },
        {
          type: 'signal-quarantined',
          data: { ...about, reason: 'unknown-account', frame: 'broken \\x' },
        },
      ]),
      9_000,
    )
    expect(duplicates.find(asArrived(duplicates), 5_000)).toBeUndefined()
    duplicates.learn(
      entriesOf([{ type: 'signal-quarantined', data: { ...about, reason: 'unknown-account' } }]),
      9_000,
    )
    expect(duplicates.find(asArrived(duplicates), 5_000)).toEqual({ signalId: 's-1', alarmIds: [] })
  })

  it('is learnt as of now from a journal whose clock ran ahead', () => {
    const duplicates = createDuplicates(pretendSha256, frameOf)
    duplicates.learn(received, -60 * minute)
    const key = asArrived(duplicates)
    expect(duplicates.find(key, -59 * minute)).toEqual({ signalId: 's-1', alarmIds: ['a1'] })
    expect(duplicates.find(key, -58 * minute)).toBeUndefined()
  })
})

/** What a panel that never counts sends: every frame of number 0001. */
const sent1 = (data: string, at: number) =>
  encodeFrame({
    token: 'SIA-DCS',
    sequence: '0001',
    receiver: null,
    prefix: '0',
    account: 'A1',
    data,
    timestamp: at,
  })
const journalled = (data: string, signalId: string, path = '10.0.0.7:1000') => ({
  type: 'signal-received' as const,
  data: {
    ...signal('A1', { signalId, source: path, class: 'closing', kind: 'closing', priority: 4 }),
    frame: printable(sent1(data, 0)),
    siteId: 'site-1',
  },
})
const arriving = (data: string, path = 'dc09-tcp 10.0.0.7'): Arrived => {
  const read = decodeFrame(sent1(data, 0))
  if (read.kind !== 'frame') throw new Error(read.detail)
  return arrivedAs(read, pretendSha256(read.content), path)
}

describe('What a panel that never counts has sent, learnt from the journal after a restart', () => {
  const learning = (...events: Parameters<typeof entriesOf>[0]) => {
    const duplicates = createDuplicates(pretendSha256, frameOf)
    duplicates.learn(entriesOf(events), 9_000)
    return duplicates
  }
  const armed = journalled('#A1|NCQ1', 's-1')
  const disarmed = journalled('#A1|NOQ1', 's-2')
  it('still repeats its last frame, by any path', () => {
    const duplicates = learning(armed, disarmed)
    expect(duplicates.find(arriving('#A1|NOQ1'), 9_001)).toMatchObject({ signalId: 's-2' })
    expect(duplicates.find(arriving('#A1|NOQ1', 'dc09-udp 10.0.0.7'), 9_001)).toMatchObject({
      signalId: 's-2',
    })
  })
  it('repeats no earlier one by the same path', () =>
    expect(learning(armed, disarmed).find(arriving('#A1|NCQ1'), 9_001)).toBeUndefined())
  it('repeats an earlier one by a path that lags behind, once', () => {
    expect(
      learning(armed, disarmed).find(arriving('#A1|NCQ1', 'dc09-udp 10.0.0.7'), 9_001),
    ).toMatchObject({
      signalId: 's-1',
    })
    const about = {
      signalId: 's-1',
      channel: 'dc09-udp' as const,
      source: '10.0.0.7:9',
      account: 'A1',
      sequence: '0001',
    }
    const again = { type: 'signal-repeated' as const, data: about }
    expect(
      learning(armed, disarmed, again).find(arriving('#A1|NCQ1', 'dc09-udp 10.0.0.7'), 9_001),
    ).toBeUndefined()
  })
})
