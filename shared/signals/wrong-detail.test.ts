import { describe, expect, it } from 'vitest'
import { decodeFrame } from '../dc09/decode-frame'
import { encodeFrame } from '../dc09/encode'
import { readSignals } from '../dc09/signal'
import {
  hasUnreadZone,
  longestSent,
  unreadPlace,
  wrongDetail,
  wrongDetailSchema,
} from './wrong-detail'

describe('A wrong detail', () => {
  it('keeps the beginning of what was sent as one line', () => {
    const { sent = '' } = wrongDetail('zone', 'not-understood', `a\r\nb\x1b[31m${'😀'.repeat(200)}`)
    expect(sent).toMatch(/^a b \[31m/)
    expect(sent.length).toBeLessThanOrEqual(longestSent)
    expect(sent.endsWith('😀')).toBe(true)
    expect(wrongDetailSchema.parse(wrongDetail('user', 'too-long'))).toEqual({
      field: 'user',
      why: 'too-long',
    })
  })

  it('names a place only where it is one', () => {
    expect(unreadPlace([wrongDetail('occurredAt', 'impossible')])).toBe('')
    expect(unreadPlace([wrongDetail('zone', 'not-understood', 'Vault')])).toBe('zone Vault')
    expect(hasUnreadZone([wrongDetail('user', 'too-long')])).toBe(false)
  })
})

describe('Extended fields of a DC-09 frame that are wrong', () => {
  const event = (fields: string) => {
    const data = `#A1|1130 01 003]${fields}`.replace(/\]$/, '')
    const bytes = encodeFrame({
      token: 'ADM-CID',
      sequence: '0001',
      receiver: null,
      prefix: '0',
      account: 'A1',
      data,
    })
    const frame = decodeFrame(bytes)
    if (frame.kind !== 'frame') throw new Error(frame.detail)
    const reading = readSignals(frame)
    return reading.kind === 'signals' ? reading.events[0] : undefined
  }
  it('are named on the event, which is taken', () => {
    const cases: [string, string][] = [
      ['[X200E00.0][Y45N00.0]', 'position not-understood'],
      ['[X065E00.0]', 'position not-understood'],
      ['[H25:61:00,01-01-2026]', 'occurredAt not-understood'],
      ['[H00:00:00,01-01-1970]', 'occurredAt clock-not-set'],
    ]
    for (const [fields, expected] of cases) {
      const read = event(fields)
      expect(read).toMatchObject({ code: '130', zone: '003', occurredAt: null })
      expect(read?.wrongDetails?.map(({ field, why }) => `${field} ${why}`)).toEqual([expected])
    }
    expect(event('[X065E00.0][Y38N30.0][H10:00:00,01-01-2026]')?.wrongDetails).toBeUndefined()
  })
})
