import { describe, expect, it } from 'vitest'
import {
  type FrameVector,
  frameVectors,
  vectorBytes,
  vectorKey,
  vectorNamed,
} from '../testing/dc09-vectors'
import { oneShotCipher } from '../testing/one-shot-cipher'
import { parseCidData } from './adm-cid'
import { bytesFromLatin1, latin1FromBytes } from './bytes'
import { crc16 } from './crc'
import { decipherFrame } from './decipher'
import { decodeFrame } from './decode-frame'
import type { Frame } from './frame'
import { readPosition } from './position'
import { parseSiaData } from './sia-dcs'
import { readSignals } from './signal'
import { timeFault } from './time-window'
import { parseTimestamp } from './timestamp'
import { lenient, strict, type Tolerance } from './tolerances'

const ofKind = (...kinds: string[]) => frameVectors.filter(({ kind }) => kinds.includes(kind))
/** The tolerances a vector needs; all others are read strictly. */
const needed: Readonly<Record<string, readonly Tolerance[]>> = {
  pysia_eldes_decimal_length: ['decimalLength'],
  own_bin_crc: ['binaryCrc'],
}
const toleranceOf = ({ name }: FrameVector) => ({
  ...strict,
  ...Object.fromEntries((needed[name] ?? []).map((tolerance) => [tolerance, true])),
})
/**
 * Its source stated it with a CRC and a length of another text (kind tolerate: for its account, see
 * below).
 */
const misquoted = [...ofKind('inconsistent', 'redacted'), vectorNamed('pysia_op_acct_in_data')]
const readable = ofKind('valid', 'tolerate', 'unknown_token', 'old_timestamp').filter(
  (vector) => !misquoted.includes(vector),
)

const opened = (frame: ReturnType<typeof decodeFrame>, vector: FrameVector) => {
  if (frame.kind !== 'frame') throw new Error(`${vector.name}: ${frame.detail}`)
  const key = vectorKey(vector)
  return key === null ? frame : decipherFrame(frame, oneShotCipher(key))
}
const decoded = (
  vector: FrameVector,
  bytes = vectorBytes(vector),
  tolerances = toleranceOf(vector),
): Frame => {
  const frame = opened(decodeFrame(bytes, tolerances), vector)
  if (frame.kind !== 'frame') throw new Error(`${vector.name}: ${frame.detail}`)
  return frame
}
/** The same body with a CRC and a length that are its own. */
const inRightEnvelope = (vector: FrameVector): Uint8Array => {
  const body = vectorBytes(vector).subarray(9, -1)
  const hex = (value: number) => value.toString(16).toUpperCase().padStart(4, '0')
  return bytesFromLatin1(`\n${hex(crc16(body))}${hex(body.length)}${latin1FromBytes(body)}\r`)
}
const instantOf = (timestamp: string): number => parseTimestamp(timestamp) ?? Date.parse(timestamp)

/** That the frame says what its source says it does. */
function expectStated(frame: Frame, { expect: stated }: FrameVector) {
  const said = {
    token: frame.token,
    seq: frame.sequence,
    receiver: frame.receiver,
    line: frame.prefix,
    account: frame.account,
    encrypted: frame.encrypted,
    data: frame.data,
    length: frame.body.length,
    xdata: frame.extended.map(({ letter, text }) => [letter, text]),
  }
  const { event, position, timestamp, ...fields } = stated
  for (const [name, value] of Object.entries(fields))
    if (name in said) expect(said).toHaveProperty(name, value)
  if (timestamp !== undefined)
    expect(frame.timestamp).toBe(timestamp === null ? null : instantOf(timestamp))
  if (position) {
    expect(readPosition(frame.extended)?.lon).toBeCloseTo(position.lon, 8)
    expect(readPosition(frame.extended)?.lat).toBeCloseTo(position.lat, 8)
  }
  if (event && frame.token === 'ADM-CID') {
    const read = parseCidData(frame.data)
    expect({
      q: read?.qualifier,
      code: read?.code,
      group: read?.group,
      zone: read?.number,
    }).toEqual(event)
  }
  if (event && frame.token === 'SIA-DCS') {
    const { events, leftover } = parseSiaData(frame.data)
    expect([events.length, leftover]).toEqual([1, ''])
    expect(events[0]).toMatchObject(event)
  }
}

describe('Frames that can be read', () => {
  it.each(readable)('$name says what its source states', (vector) => {
    const frame = decoded(vector)
    expect(frame.tolerated).toEqual(needed[vector.name] ?? [])
    expectStated(frame, vector)
    const { header } = vector
    expect([frame.token, frame.encrypted, frame.sequence]).toEqual([
      header?.token,
      header?.encrypted,
      header?.seq,
    ])
    expect([frame.receiver, frame.prefix, frame.account]).toEqual([
      header?.receiver,
      header?.line,
      header?.account,
    ])
    expect(frame.data).toBe(header?.data)
    expect(frame.extended.map(({ letter, text }) => letter + text)).toEqual(header?.xdata)
    expect(frame.timestamp).toBe(header?.timestamp ? parseTimestamp(header.timestamp) : null)
    expect(frame.trailing).toBe('')
  })
  it.each(readable)(
    '$name reads the same with every tolerance on, and uses none it does not need',
    (vector) => {
      expect(decoded(vector, vectorBytes(vector), lenient)).toEqual(decoded(vector))
    },
  )
  it.each(ofKind('valid', 'tolerate'))('$name gives its signals', (vector) => {
    const right = misquoted.includes(vector) ? inRightEnvelope(vector) : vectorBytes(vector)
    const reading = readSignals(decoded(vector, right, lenient))
    expect(reading).toMatchObject({ kind: 'signals' })
    if (reading.kind === 'signals')
      expect(reading.events).toHaveLength(vector.header?.token === 'NULL' ? 0 : 1)
  })
})

describe('Frames whose source misquotes CRC or length', () => {
  it.each(misquoted)('$name is refused as it stands, strictly and leniently', (vector) => {
    for (const tolerances of [strict, lenient]) {
      const read = decodeFrame(vectorBytes(vector), tolerances)
      expect(read.kind === 'unreadable' && read.reason).toMatch(/^bad-(crc|length)$/)
    }
  })
  // Of pysia_enc_sia_hdr the key is not known.
  it.each(misquoted.filter(({ key }) => key === undefined))(
    '$name says what its source states once both are right',
    (vector) => {
      expectStated(decoded(vector, inRightEnvelope(vector), lenient), vector)
    },
  )
  it('an account that stands only in the data is taken from there', () => {
    const vector = vectorNamed('pysia_op_acct_in_data')
    const frame = decoded(vector, inRightEnvelope(vector), lenient)
    expect(frame).toMatchObject({ account: '006969', tolerated: ['accountInData'] })
    expect(decoded(vector, inRightEnvelope(vector)).account).toBeNull()
  })
})

describe('Frames that are refused', () => {
  it.each(ofKind('bad_crc'))('$name has a wrong CRC, strictly and leniently', (vector) => {
    for (const tolerances of [strict, lenient])
      expect(decodeFrame(vectorBytes(vector), tolerances)).toMatchObject({
        kind: 'unreadable',
        reason: 'bad-crc',
      })
  })
  it.each(ofKind('bad_length'))('$name has a wrong length, strictly and leniently', (vector) => {
    for (const tolerances of [strict, lenient])
      expect(decodeFrame(vectorBytes(vector), tolerances)).toMatchObject({
        kind: 'unreadable',
        reason: 'bad-length',
      })
  })
  it.each(ofKind('garbage', 'foreign'))('$name is no DC-09 frame', (vector) => {
    for (const tolerances of [strict, lenient])
      expect(decodeFrame(vectorBytes(vector), tolerances)).toMatchObject({
        kind: 'unreadable',
        reason: 'bad-header',
      })
  })
  it.each([...ofKind('wrong_key'), vectorNamed('pysia_enc_sia_hdr')])(
    '$name is not of the key it comes with',
    (vector) => {
      const frame = opened(decodeFrame(inRightEnvelope(vector)), vector)
      expect(frame).toMatchObject({ kind: 'decipher-fault', reason: 'wrong-key' })
    },
  )
  it.each(ofKind('old_timestamp'))(
    '$name is deciphered, and outside the window of time',
    (vector) => {
      expect(timeFault(decoded(vector).timestamp, Date.UTC(2026, 10, 22, 12, 34, 56))).toBe(
        'behind',
      )
    },
  )
  it.each(ofKind('unknown_token'))(
    '$name is a correct frame of a kind nobody can read',
    (vector) => {
      expect(readSignals(decoded(vector))).toMatchObject({
        kind: 'unreadable',
        reason: 'unknown-token',
      })
    },
  )
  it.each(frameVectors.filter(({ key }) => key !== undefined))(
    '$name says nothing without its key, nor with another',
    (vector) => {
      const frame = decodeFrame(inRightEnvelope(vector))
      if (frame.kind !== 'frame') throw new Error(frame.detail)
      expect(readSignals(frame)).toMatchObject({ reason: 'encrypted-without-key' })
      const other = oneShotCipher(new Uint8Array(16).fill(0xee))
      expect(decipherFrame(frame, other)).toMatchObject({ kind: 'decipher-fault' })
    },
  )
})

describe('The vectors', () => {
  it('are each of a kind that is tested here', () =>
    expect(new Set(frameVectors.map(({ kind }) => kind))).toEqual(
      new Set(
        'valid tolerate unknown_token old_timestamp wrong_key bad_crc bad_length redacted inconsistent garbage foreign'.split(
          ' ',
        ),
      ),
    ))
  it('each name their source and licence', () => {
    for (const { source, licence } of frameVectors) expect([source, licence]).not.toContain('')
    expect(new Set(frameVectors.map(({ name }) => name)).size).toBe(frameVectors.length)
  })
})
