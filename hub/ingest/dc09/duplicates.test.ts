import { describe, expect, it } from 'vitest'
import { encodeFrame } from '../../../shared/dc09/encode'
import { decodeFrame } from '../../../shared/dc09/frame'
import { printable } from '../../../shared/dc09/printable'
import { minute } from '../../../shared/lang/instant'
import { raised, signal } from '../../../shared/testing/builders'
import { entriesOf } from '../../../shared/testing/given'
import { pretendSha256 } from '../../../shared/testing/journal-contract'
import { createDuplicates } from './duplicates'
import { knownContent } from './known-content'

const contentOf = knownContent({ cipherOf: () => null })

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
const content = frame.kind === 'frame' ? frame.content : ''

const sent = signal('A1', { signalId: 's-1', frame: printable(bytes) })
const received = entriesOf([{ type: 'signal-received', data: { ...sent, siteId: 'site-1' } }, raised('a1')])

describe('A repetition', () => {
  it('is known for two minutes', async () => {
    const duplicates = createDuplicates(pretendSha256, contentOf)
    duplicates.remember('k', 1_000, Promise.resolve([]))
    expect(duplicates.find('k', 1_000 + 2 * minute - 1)).toBeDefined()
    expect(duplicates.find('k', 1_000 + 2 * minute)).toBeUndefined()
    expect(duplicates.find('another', 1_000)).toBeUndefined()
  })

  it('is known for two minutes also when the clock was set back meanwhile', () => {
    const duplicates = createDuplicates(pretendSha256, contentOf)
    duplicates.remember('k', 100 * minute, Promise.resolve([]))
    expect(duplicates.find('k', 50 * minute)).toBeDefined()
    expect(duplicates.find('k', 52 * minute)).toBeUndefined()
  })

  it('of what is still being stored waits for it, and of what was not stored is new', async () => {
    const duplicates = createDuplicates(pretendSha256, contentOf)
    const storing = Promise.reject(new Error('disk full'))
    duplicates.remember('k', 1_000, storing)
    await expect(duplicates.find('k', 1_001)).rejects.toThrow('disk full')
    expect(duplicates.find('k', 1_001)).toBeUndefined()
  })

  it('names the signal and the alarms of the first', async () => {
    const duplicates = createDuplicates(pretendSha256, contentOf)
    duplicates.remember('k', 1_000, Promise.resolve(received))
    await duplicates.find('k', 1_001)
    expect(duplicates.find('k', 1_001)).toEqual({ signalId: 's-1', alarmIds: ['a1'] })
    duplicates.forget('k')
    expect(duplicates.find('k', 1_001)).toBeUndefined()
  })

  it('is learnt from the frames in the journal, whatever their timestamps', () => {
    const duplicates = createDuplicates(pretendSha256, contentOf)
    const { signalId, channel, source, frame: text, account } = sent
    const about = { signalId, channel, source, frame: text, account, detail: '' }
    duplicates.learn(
      entriesOf([
        raised('a1'),
        { type: 'signal-quarantined', data: { ...about, reason: 'bad-crc' } },
        { type: 'signal-quarantined', data: { ...about, reason: 'unknown-account', frame: 'broken \\x' } },
      ]),
      9_000,
    )
    expect(duplicates.find(duplicates.keyOf(content), 5_000)).toBeUndefined()
    duplicates.learn(entriesOf([{ type: 'signal-quarantined', data: { ...about, reason: 'unknown-account' } }]), 9_000)
    expect(duplicates.find(duplicates.keyOf(content), 5_000)).toEqual({ signalId: 's-1', alarmIds: [] })
  })

  it('is learnt as of now from a journal whose clock ran ahead', () => {
    const duplicates = createDuplicates(pretendSha256, contentOf)
    duplicates.learn(received, -60 * minute)
    const key = duplicates.keyOf(content)
    expect(duplicates.find(key, -59 * minute)).toEqual({ signalId: 's-1', alarmIds: ['a1'] })
    expect(duplicates.find(key, -58 * minute)).toBeUndefined()
  })
})
