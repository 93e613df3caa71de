import { describe, expect, it } from 'vitest'
import { type FrameVector, frameVectors } from '../testing/dc09-vectors'
import { parseCidData } from './adm-cid'
import { encodeFrame } from './encode'
import { decodeFrame, type Frame } from './frame'
import { readPosition } from './position'
import { parseSiaData } from './sia-dcs'
import { readSignals } from './signal'
import { formatTimestamp } from './timestamp'
import { strict, type Tolerances } from './tolerances'

const bytesOf = ({ frame }: FrameVector): Uint8Array =>
  Uint8Array.from(frame.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
const ofKind = (...kinds: string[]) => frameVectors.filter(({ kind }) => kinds.includes(kind))
const named = (name: string): FrameVector => {
  const vector = frameVectors.find((candidate) => candidate.name === name)
  if (vector === undefined) throw new Error(`no vector ${name}`)
  return vector
}
const decoded = (vector: FrameVector, tolerances: Tolerances = strict): Frame => {
  const frame = decodeFrame(bytesOf(vector), tolerances)
  if (frame.kind !== 'frame') throw new Error(`${vector.name}: ${frame.detail}`)
  return frame
}
const withTolerance = (change: Partial<Tolerances>): Tolerances => ({ ...strict, ...change })

describe('frames with a right CRC and length', () => {
  it.each(ofKind('valid', 'unknown_token', 'wrong_key', 'old_timestamp'))('$name is read as stated', (vector) => {
    const frame = decoded(vector)
    const header = vector.header
    expect([frame.token, frame.encrypted, frame.sequence]).toEqual([header?.token, header?.encrypted, header?.seq])
    expect([frame.receiver, frame.prefix, frame.account]).toEqual([header?.receiver, header?.line, header?.account])
    expect(frame.tolerated).toEqual([])
    if (header?.encrypted) return expect(frame.data).toMatch(/^[0-9A-F]+$/)
    expect(frame.data).toBe(header?.data)
    expect(frame.extended.map(({ letter, text }) => letter + text)).toEqual(header?.xdata)
    expect(frame.timestamp === null ? null : formatTimestamp(frame.timestamp)).toBe(header?.timestamp ?? null)
  })

  it('the longest body three hex digits can announce is read', () => {
    const message = { token: 'SIA-DCS', sequence: '0030', receiver: '1', prefix: '0', account: '1234' }
    const text = 'x'.repeat(0xfff - 64)
    const bytes = encodeFrame({ ...message, data: '#1234|Nri1/BA003', extended: [{ letter: 'I', text }] })
    expect(decodeFrame(bytes)).toMatchObject({ kind: 'frame', extended: [{ letter: 'I', text }] })
    expect(decodeFrame(encodeFrame({ ...message, data: 'x'.repeat(0xfff) }))).toMatchObject({ reason: 'bad-length' })
  })
})

describe('frames a strict receiver refuses', () => {
  it.each(ofKind('bad_crc', 'redacted'))('$name has a wrong CRC', (vector) => {
    expect(decodeFrame(bytesOf(vector))).toMatchObject({ kind: 'unreadable', reason: 'bad-crc' })
  })
  it.each(ofKind('bad_length'))('$name has a wrong length', (vector) => {
    expect(decodeFrame(bytesOf(vector))).toMatchObject({ kind: 'unreadable', reason: 'bad-length' })
  })
  it.each(ofKind('inconsistent'))('$name contradicts itself', (vector) => {
    const read = decodeFrame(bytesOf(vector))
    expect(read.kind === 'unreadable' && read.reason).toMatch(/^bad-(crc|length)$/)
  })
  it.each(ofKind('garbage', 'foreign'))('$name is no DC-09 frame', (vector) => {
    expect(decodeFrame(bytesOf(vector))).toMatchObject({ kind: 'unreadable', reason: 'bad-header' })
  })
})

describe('tolerated departures', () => {
  it('a decimal length is read where switched on, and named', () => {
    const vector = named('pysia_eldes_decimal_length')
    expect(decodeFrame(bytesOf(vector))).toMatchObject({ reason: 'bad-length' })
    expect(decoded(vector, withTolerance({ decimalLength: true })).tolerated).toEqual(['decimalLength'])
  })
  it('a binary CRC is read where switched on, and named', () => {
    const vector = named('own_bin_crc')
    expect(decodeFrame(bytesOf(vector))).toMatchObject({ reason: 'bad-header' })
    expect(decoded(vector, withTolerance({ binaryCrc: true })).tolerated).toEqual(['binaryCrc'])
  })
  it('a position in decimal degrees is understood', () => {
    const vector = named('own_xdata_decimal_deg')
    expect(readPosition(decoded(vector).extended)).toEqual(vector.expect.position)
  })
  it('a position in degrees and minutes is understood', () => {
    const { header, expect: stated } = named('pysia_xdata_XY')
    const fields = (header?.xdata ?? []).map((field) => ({ letter: field.slice(0, 1), text: field.slice(1) }))
    const position = readPosition(fields)
    expect(position?.lon).toBeCloseTo(stated.position?.lon ?? 0, 8)
    expect(position?.lat).toBeCloseTo(stated.position?.lat ?? 0, 8)
  })
  it('a position outside the world, or half of one, is none', () => {
    const at = (x: string, y: string) =>
      readPosition([
        { letter: 'X', text: x },
        { letter: 'Y', text: y },
      ])
    expect(at('181', '10')).toBeNull()
    expect(at('006N07.7', '49N06.6')).toBeNull()
    expect(at('006E60.0', '49N06.6')).toBeNull()
    expect(readPosition([{ letter: 'X', text: '6.1' }])).toBeNull()
  })
})

describe('events inside the data', () => {
  const stating = frameVectors.filter(({ header, expect: stated }) => stated.event && header?.data && !header.encrypted)
  it.each(stating)('$name says the event its source states', ({ header, expect: { event: stated = {} } }) => {
    if (header?.token === 'ADM-CID') {
      const event = parseCidData(header.data ?? '')
      const read = { q: event?.qualifier, code: event?.code, group: event?.group, zone: event?.number }
      return expect(read).toEqual(stated)
    }
    const { events, leftover } = parseSiaData(header?.data ?? '')
    expect(events).toHaveLength(1)
    expect(events[0]).toMatchObject(stated)
    expect(leftover).toBe('')
  })

  it('an encrypted frame waits for its key, an unknown token is named', () => {
    expect(readSignals(decoded(named('own_enc_sia_aes128')))).toMatchObject({ reason: 'encrypted-without-key' })
    expect(readSignals(decoded(named('own_unknown_token')))).toMatchObject({ reason: 'unknown-token' })
  })
})
