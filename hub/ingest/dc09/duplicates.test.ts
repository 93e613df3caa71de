import { describe, expect, it } from 'vitest'
import { encodeFrame } from '../../../shared/dc09/encode'
import { decodeFrame } from '../../../shared/dc09/frame'
import { printable } from '../../../shared/dc09/printable'
import { minute } from '../../../shared/lang/instant'
import { raised, signal } from '../../../shared/testing/builders'
import { entriesOf } from '../../../shared/testing/given'
import { pretendSha256 } from '../../../shared/testing/journal-contract'
import { createDuplicates } from './duplicates'

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

describe('A repetition', () => {
  it('is known for ten minutes', async () => {
    const duplicates = createDuplicates(pretendSha256)
    duplicates.remember('k', 1_000, Promise.resolve())
    expect(duplicates.find('k', 1_000 + 10 * minute - 1)).toBeDefined()
    expect(duplicates.find('k', 1_000 + 10 * minute)).toBeUndefined()
    expect(duplicates.find('another', 1_000)).toBeUndefined()
  })

  it('of what is still being stored waits for it, and of what was not stored is new', async () => {
    const duplicates = createDuplicates(pretendSha256)
    const storing = Promise.reject(new Error('disk full'))
    duplicates.remember('k', 1_000, storing)
    expect(duplicates.find('k', 1_001)?.storing).toBe(storing)
    await storing.catch(() => {})
    expect(duplicates.find('k', 1_001)).toBeUndefined()
  })

  it('is learnt from the frames in the journal, whatever their timestamps', () => {
    const duplicates = createDuplicates(pretendSha256)
    const { signalId, channel, source, frame: text, account } = signal('A1', { frame: printable(bytes) })
    const about = { signalId, channel, source, frame: text, account, detail: '' }
    duplicates.learn(
      entriesOf([
        raised('a1'),
        { type: 'signal-quarantined', data: { ...about, reason: 'bad-crc' } },
        { type: 'signal-quarantined', data: { ...about, reason: 'unknown-account', frame: 'broken \\x' } },
      ]),
    )
    expect(duplicates.find(duplicates.keyOf(content), 5_000)).toBeUndefined()
    duplicates.learn(entriesOf([{ type: 'signal-quarantined', data: { ...about, reason: 'unknown-account' } }]))
    expect(duplicates.find(duplicates.keyOf(content), 5_000)).toMatchObject({ storing: undefined })
  })
})
