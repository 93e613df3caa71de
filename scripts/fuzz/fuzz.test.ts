import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../shared/demo/random'
import { frameVectors, vectorBytes, vectorNamed } from '../../shared/testing/dc09-vectors'
import { claimedCrcHolds, enveloped } from './claimed-crc'
import { fuzz } from './fuzz'
import { mutated } from './mutate'
import { parseOptions } from './options'

describe('Fuzzing', () => {
  it('finds nothing in some thousand cases, and reaches every layer', () => {
    const { accepted, refused, violations } = fuzz({ cases: 5_000, seed: 7 })
    expect(violations).toEqual([])
    expect(Object.keys(accepted)).toEqual(
      expect.arrayContaining([
        'strict',
        'tolerated',
        'deciphered',
        'events',
        'line-signals',
        'line-heartbeat',
      ]),
    )
    expect(Object.keys(refused)).toEqual(
      expect.arrayContaining([
        'bad-crc',
        'bad-length',
        'bad-header',
        'bad-body',
        'wrong-key',
        'no-timestamp',
        'unreadable-data',
      ]),
    )
  })

  it('is the same for the same seed', () => {
    expect(fuzz({ cases: 300, seed: 1 })).toEqual(fuzz({ cases: 300, seed: 1 }))
    expect(fuzz({ cases: 300, seed: 1 })).not.toEqual(fuzz({ cases: 300, seed: 2 }))
  })

  it('knows a wrong CRC by itself, in every form a frame may claim', () => {
    const frame = vectorBytes(vectorNamed('own_sia_plain_ts'))
    expect(claimedCrcHolds(frame, [])).toBe(true)
    expect(claimedCrcHolds(frame, ['crcCoversCr'])).toBe(false)
    expect(claimedCrcHolds(frame, ['binaryCrc'])).toBe(false)
    expect(claimedCrcHolds(Uint8Array.of(...frame, 0, 0), ['trailingNul'])).toBe(true)
    expect(claimedCrcHolds(enveloped(frame.subarray(9, -1), true), ['binaryCrc'])).toBe(true)
    for (let at = 9; at < frame.length - 1; at++) {
      const damaged = Uint8Array.from(frame)
      damaged[at] = (frame[at] ?? 0) ^ 1
      expect(claimedCrcHolds(damaged, [])).toBe(false)
    }
  })

  it('changes what it is given without touching it', () => {
    const random = seededRandom(3)
    for (const vector of frameVectors.slice(0, 20)) {
      const bytes = vectorBytes(vector)
      for (let turn = 0; turn < 50; turn++) mutated(bytes, random, bytes)
      expect(bytes).toEqual(vectorBytes(vector))
    }
  })

  it('takes a number of cases and a seed', () => {
    expect(parseOptions([])).toEqual({ cases: 1_000_000, seed: 1 })
    expect(parseOptions(['--cases', '10', '--seed', '4'])).toEqual({ cases: 10, seed: 4 })
    expect(() => parseOptions(['--cases', 'many'])).toThrow('whole number')
  })
})
