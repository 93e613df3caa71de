import { describe, expect, it } from 'vitest'
import { cipherOf } from '../../../node/aes'
import { bytesFromLatin1, latin1FromBytes } from '../../../shared/dc09/bytes'
import { crc16 } from '../../../shared/dc09/crc'
import { decodeFrame } from '../../../shared/dc09/decode-frame'
import { encodeAck, encodeFrame, encryptFrame, type Message } from '../../../shared/dc09/encode'
import type { Tolerance } from '../../../shared/dc09/tolerances'
import { second } from '../../../shared/lang/instant'
import { type Line, plainLine } from '../../../shared/sites/site'
import { type AccountKnowledge, admitFrame } from './admission'

const now = Date.UTC(2026, 10, 22, 12, 0, 0)
const key = cipherOf(bytesFromLatin1('0123456789ABCDEF'))
const otherKey = cipherOf(bytesFromLatin1('FEDCBA9876543210'))

const burglary: Message = {
  token: 'ADM-CID',
  sequence: '0001',
  receiver: null,
  prefix: '0',
  account: 'A1',
  data: '#A1|1130 01 003',
}
/** Account A1 as its line says; no other account is known. */
const knowing = (change: Partial<Line> = {}): AccountKnowledge => ({
  line: (account) => (account === 'A1' ? { ...plainLine('A1'), ...change } : null),
  cipherOf: (account) => (account === 'A1' ? key : null),
})
const allowing = (...tolerances: Tolerance[]) => knowing({ tolerances })
const judge = (bytes: Uint8Array, known = knowing()) => {
  const judged = admitFrame(bytes, known, now)
  return judged.outcome === 'admitted'
    ? {
        account: judged.account,
        codes: judged.events.map(({ code }) => code),
        stale: judged.stale,
        tolerated: judged.frame.tolerated,
      }
    : { answer: judged.answer, reason: judged.item.reason, detail: judged.item.detail }
}
const taken = { account: 'A1', codes: ['130'], stale: false }

const rewrap = (
  body: string,
  { crcOver = body, length = body.length.toString(16).padStart(4, '0') },
) =>
  bytesFromLatin1(
    `\n${crc16(bytesFromLatin1(crcOver)).toString(16).padStart(4, '0')}${length}${body}\r`,
  )
const body = '"ADM-CID"0001L0#A1[#A1|1130 01 003]'
const binary = (() => {
  const crc = crc16(bytesFromLatin1(body))
  return bytesFromLatin1(`\n${String.fromCharCode(crc >> 8, crc & 0xff)}${'0023'}${body}\r`)
})()

describe('A departure from the standard', () => {
  it.each<[Tolerance, string, Uint8Array]>([
    ['binaryCrc', 'a CRC of two binary bytes (Lupus, OPAX, Trikdis "2012")', binary],
    ['crcCoversCr', 'a CRC over body and CR (Eldes)', rewrap(body, { crcOver: `${body}\r` })],
    ['decimalLength', 'a length in decimal digits (Eldes)', rewrap(body, { length: '0035' })],
    ['trailingNul', 'a NUL behind the CR', Uint8Array.of(...rewrap(body, {}), 0)],
    ['missingPrefix', 'no line prefix (Tellmon)', rewrap('"ADM-CID"0001#A1[#A1|1130 01 003]', {})],
    [
      'accountInData',
      'the account in the data only (UNii)',
      rewrap('"ADM-CID"0001L0[#A1|1130 01 003]', {}),
    ],
  ])(
    '%s: %s is refused with the word that would let it pass, taken where the account has it, and named',
    (name, _, bytes) => {
      expect(judge(bytes)).toMatchObject({
        answer: 'silence',
        detail: expect.stringContaining(`A1 would need ${name}`),
      })
      expect(judge(bytes, allowing(name))).toEqual({ ...taken, tolerated: [name] })
    },
  )

  it('is not excused by another one', () => {
    expect(judge(binary, allowing('crcCoversCr', 'decimalLength'))).toMatchObject({
      answer: 'silence',
    })
  })

  it('of an account nobody knows is not excused', () => {
    const foreign = rewrap('"ADM-CID"0001#B7[#B7|1130 01 003]', {})
    expect(judge(foreign, allowing('missingPrefix'))).toMatchObject({
      answer: 'silence',
      reason: 'unreadable',
    })
  })
})

describe('An encrypted frame', () => {
  const sealed = (change: Partial<Message> = {}, cipher = key) =>
    encryptFrame({ ...burglary, timestamp: now, ...change }, cipher)

  it('is read with the key of its account', () => {
    expect(judge(sealed())).toEqual({ ...taken, tolerated: [] })
  })
  it('of an account without a key gets silence: nobody can say what it reports', () => {
    expect(judge(sealed({ account: 'B7' }))).toMatchObject({
      answer: 'silence',
      reason: 'encrypted-without-key',
    })
  })
  it('under another key gets silence', () => {
    expect(judge(sealed({}, otherKey))).toMatchObject({ answer: 'silence', reason: 'wrong-key' })
  })
  it.each([
    ['40 s behind', -40, true],
    ['41 s behind', -41, false],
    ['20 s ahead', 20, true],
    ['21 s ahead', 21, false],
  ])('%s our clock is in the window: %#', (_, seconds, inside) => {
    const judged = judge(sealed({ timestamp: now + seconds * second }))
    expect(judged).toMatchObject(inside ? taken : { answer: 'nak', reason: 'outside-window' })
  })
  it('without a time gets silence, like a wrong key: a NAK would tell what came out of deciphering', () => {
    expect(judge(sealed({ timestamp: null }))).toMatchObject({
      answer: 'silence',
      reason: 'outside-window',
    })
  })
  it('that names no account and cannot be read to the end gets silence, in the window and outside', () => {
    for (const timestamp of [now, now - 3_600 * second])
      for (const data of ['x\x07\x80', 'hello', '1130 01 003 ?'])
        expect(judge(sealed({ data, timestamp }))).toMatchObject({
          answer: 'silence',
          reason: 'wrong-key',
        })
    expect(judge(sealed({ data: '1130 01 003' }))).toMatchObject(taken)
    expect(judge(sealed({ data: '#A1|hello' }))).toMatchObject({
      answer: 'ack',
      reason: 'unreadable-data',
    })
  })
  it('that is our own acknowledgement under the header of a poll gets silence', () => {
    const admitted = admitFrame(sealed(), knowing(), now)
    if (admitted.outcome !== 'admitted') throw new Error(admitted.item.detail)
    const ack = decodeFrame(encodeAck(admitted.frame, { timestamp: now, cipher: key }))
    if (ack.kind !== 'frame') throw new Error(ack.detail)
    const poll = { ...burglary, token: 'NULL', encrypted: true, data: ack.data }
    expect(judge(encodeFrame(poll))).toMatchObject({ answer: 'silence', reason: 'wrong-key' })
  })
  it('outside the window is taken and marked where its account may be stale', () => {
    expect(judge(sealed({ timestamp: now - 3_600 * second }), allowing('staleTime'))).toEqual({
      ...taken,
      stale: true,
      tolerated: ['staleTime'],
    })
  })
})

describe('A plain frame', () => {
  it('with an odd time is taken and marked', () => {
    expect(judge(encodeFrame({ ...burglary, timestamp: now - 3_600 * second }))).toMatchObject({
      ...taken,
      stale: true,
    })
    expect(judge(encodeFrame({ ...burglary, timestamp: now }))).toMatchObject(taken)
  })
  it('of an account that must be encrypted gets silence, a poll too', () => {
    const required = knowing({ encryption: 'required' })
    expect(judge(encodeFrame(burglary), required)).toMatchObject({
      answer: 'silence',
      reason: 'not-encrypted',
    })
    expect(judge(encodeFrame({ ...burglary, token: 'NULL', data: '' }), required)).toMatchObject({
      reason: 'not-encrypted',
    })
  })
  it('of a token nobody knows gets a DUH', () => {
    expect(judge(encodeFrame({ ...burglary, token: 'XYZ' }))).toMatchObject({
      answer: 'duh',
      reason: 'unknown-token',
    })
  })
  it('whose data is a riddle gets an ACK, once people can read it', () => {
    expect(judge(encodeFrame({ ...burglary, data: '#A1|hello' }))).toMatchObject({
      answer: 'ack',
      reason: 'unreadable-data',
    })
  })
  it.each(['ACK', 'NAK', 'DUH', 'RSP'])('that is itself an answer (%s) gets none', (token) => {
    expect(judge(encodeFrame({ ...burglary, token, data: '' }))).toMatchObject({
      answer: 'silence',
    })
  })
  it('whose data names another account is its header’s, zeros in front aside', () => {
    const named = (data: string) => {
      const judged = admitFrame(encodeFrame({ ...burglary, data }), knowing(), now)
      return judged.outcome === 'admitted' ? [judged.account, judged.accountInData] : judged
    }
    expect(named('#99aa|1130 01 003')).toEqual(['A1', '99AA'])
    expect(named('#00a1|1130 01 003')).toEqual(['A1', null])
    expect(named('1130 01 003')).toEqual(['A1', null])
  })
  it('with a wrong CRC or a wrong length gets silence', () => {
    expect(
      judge(bytesFromLatin1(latin1FromBytes(encodeFrame(burglary)).replace('1130', '1131'))),
    ).toMatchObject({
      answer: 'silence',
      reason: 'bad-crc',
    })
    expect(judge(rewrap(body, { length: '0024' }))).toMatchObject({
      answer: 'silence',
      reason: 'bad-length',
    })
  })
})
