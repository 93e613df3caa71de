import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { oneShotCipher } from '../testing/one-shot-cipher'
import { bytesFromLatin1, hexText, latin1FromBytes } from './bytes'
import { accountIn } from './data-account'
import { decipherFrame } from './decipher'
import { decodeFrame } from './decode-frame'
import { encodeAck, encodeDuh, encodeFrame, encodeNak, encryptFrame, type Message } from './encode'
import type { Frame } from './frame'
import { printable } from './printable'
import { readSignals } from './signal'

const cipher = oneShotCipher(Uint8Array.from({ length: 16 }, (_, at) => at))
const at = Date.UTC(2026, 10, 22, 12, 34, 56)
const burglary: Message = {
  token: 'SIA-DCS',
  sequence: '0001',
  receiver: '1',
  prefix: '0',
  account: '12ab',
  data: '#12AB|Nri1/BA003',
  timestamp: at,
}
const frameOf = (bytes: Uint8Array): Frame => {
  const frame = decodeFrame(bytes)
  if (frame.kind !== 'frame') throw new Error(frame.detail)
  return frame
}
const opened = (bytes: Uint8Array): Frame => {
  const frame = decipherFrame(frameOf(bytes), cipher)
  if (frame.kind !== 'frame') throw new Error(frame.detail)
  return frame
}
/** An encrypted frame of which the clear bytes are given, whole blocks. */
const sealing = (clear: string, more: Partial<Message> = {}) => {
  const data = hexText(cipher.encrypt(bytesFromLatin1(clear)))
  return decipherFrame(
    frameOf(encodeFrame({ ...burglary, ...more, encrypted: true, data })),
    cipher,
  )
}
const keys = fc
  .constantFrom(16, 24, 32)
  .chain((length) => fc.uint8Array({ minLength: length, maxLength: length }))
const text = fc
  .string({
    unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)),
    maxLength: 60,
  })
  .filter((candidate) => !candidate.includes(']['))
const digits = (max: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789ABCDEFabcdef'), minLength: 1, maxLength: max })
const messages = fc.record({
  token: fc.constantFrom('SIA-DCS', 'ADM-CID', 'NULL', 'XYZ'),
  sequence: fc.integer({ min: 0, max: 9999 }).map((value) => String(value).padStart(4, '0')),
  receiver: fc.option(digits(6)),
  prefix: digits(6),
  account: digits(16),
  // An account in the data would have to be the header's.
  data: text.filter(
    (candidate) =>
      accountIn('SIA-DCS', candidate) === null && accountIn('ADM-CID', candidate) === null,
  ),
  extended: fc.array(fc.record({ letter: fc.constantFrom(...'ACHIKLMNOPRSTVXYZz'), text }), {
    maxLength: 4,
  }),
  timestamp: fc.integer({ min: 0, max: 4_000_000_000 }).map((seconds) => seconds * 1000),
})
const stamp = '_12:34:56,11-22-2026'
const padded = (text: string) => 'p'.repeat(16 - (text.length % 16)) + text

/** A message as it is read: its account as the hub knows it, and as it was sent. */
const asRead = ({ account, ...rest }: Message) => ({
  ...rest,
  account: account?.toUpperCase() ?? null,
  sentAccount: account,
})

describe('Padding that holds what ends it', () => {
  const dataOf = (clear: string, account = '12ab') => {
    const frame = sealing(clear.padStart(Math.ceil(clear.length / 16) * 16, 'p'), { account })
    return frame.kind === 'frame' ? frame.data : frame.detail
  }
  it.each(['0]0|000|', '||||', ']]|', 'p]p|p]|'])(
    'ends where the account of the header begins: %s',
    (pad) => {
      expect(dataOf(`${pad}#12AB|Nri1/BA7]${stamp}`)).toBe('#12AB|Nri1/BA7')
      expect(dataOf(`${pad}#0012ab|Nri1/BA7]${stamp}`)).toBe('#0012ab|Nri1/BA7')
      expect(dataOf(`${pad}12AB|Nri1/BA7]${stamp}`)).toBe('12AB|Nri1/BA7')
    },
  )
  it('ends by the standard where the data does not begin with the account', () => {
    expect(dataOf(`|Nri1/BA7]${stamp}`)).toBe('Nri1/BA7')
    expect(dataOf(`|Nri1/BA007/BA008^Hall^|#12AB|]${stamp}`)).toBe('Nri1/BA007/BA008^Hall^|#12AB|')
  })
})

describe('An encrypted frame', () => {
  it('is sealed until it is deciphered, then it says what it reports and is still to be answered encrypted', () => {
    const bytes = encryptFrame(burglary, cipher)
    expect(readSignals(frameOf(bytes))).toMatchObject({ reason: 'encrypted-without-key' })
    expect(opened(bytes)).toMatchObject({
      ...asRead(burglary),
      encrypted: true,
      sealed: false,
      trailing: '',
      tolerated: [],
    })
    expect(readSignals(opened(bytes))).toMatchObject({
      kind: 'signals',
      events: [{ code: 'BA', zone: '003' }],
    })
  })
  it('has the same content whatever its pad and its time, and another for another event', () => {
    const pads = [new Uint8Array(16).fill(7), new Uint8Array(16).fill(0x7c), undefined]
    const contents = pads.map((pad, turn) =>
      opened(encryptFrame({ ...burglary, timestamp: at + turn * 1000 }, cipher, pad)),
    )
    expect(new Set(contents.map(({ content }) => content))).toEqual(
      new Set(['"*SIA-DCS"0001R1L0#12ab[#12AB|Nri1/BA003]']),
    )
    expect(
      opened(encryptFrame({ ...burglary, data: '#12AB|Nri1/BA004' }, cipher)).content,
    ).not.toBe(contents[0]?.content)
  })
  it('may be padded with control bytes, and with any byte but | [ ]', () => {
    const pad = Uint8Array.from({ length: 16 }, (_, turn) => turn)
    expect(opened(encryptFrame(burglary, cipher, pad)).data).toBe(burglary.data)
    const forbidden = bytesFromLatin1('|[]|[]|[]|[]|[]|')
    expect(opened(encryptFrame(burglary, cipher, forbidden)).data).toBe(burglary.data)
  })
  it('may leave the | out when it has no data', () =>
    expect(sealing(padded(`]${stamp}`), { token: 'NULL' })).toMatchObject({
      data: '',
      timestamp: at,
    }))
  it('may leave the | out when its data has one', () =>
    expect(sealing(padded(`#12AB|Nri1/BA003]${stamp}`))).toMatchObject({
      data: 'Nri1/BA003',
      timestamp: at,
    }))
  it('may hold texts with brackets, bars and bytes beyond ASCII, and extended fields', () => {
    const message = {
      ...burglary,
      data: '#12AB|Nri1/BA003^T\xfcr [1]|2^',
      extended: [{ letter: 'I', text: 'Hall' }],
    }
    expect(opened(encryptFrame(message, cipher))).toMatchObject(asRead(message))
  })
  it('may name its account only inside, which is said', () => {
    const frame = opened(encryptFrame({ ...burglary, account: null }, cipher))
    expect(frame).toMatchObject({ account: '12AB', tolerated: ['accountInData'] })
  })
  it('is read as the message written, under a key of any length and with any pad', () =>
    fc.assert(
      fc.property(messages, fc.uint8Array({ maxLength: 20 }), keys, (message, pad, key) => {
        const cipherOfKey = oneShotCipher(key)
        const frame = decipherFrame(frameOf(encryptFrame(message, cipherOfKey, pad)), cipherOfKey)
        expect(frame).toMatchObject({
          ...asRead(message),
          encrypted: true,
          sealed: false,
          trailing: '',
        })
      }),
    ))
  it('stays as it is when deciphered twice, or when it never was encrypted', () => {
    const frame = opened(encryptFrame(burglary, cipher))
    expect(decipherFrame(frame, cipher)).toBe(frame)
    const plain = frameOf(encodeFrame(burglary))
    expect(decipherFrame(plain, cipher)).toBe(plain)
  })
})

describe('Deciphering refuses', () => {
  it('what is no cipher text', () => {
    for (const data of ['', 'C2D3', 'C2D336CC17BE9F8AC43FF8017C9CBF2', `${'G'.repeat(32)}`])
      expect(
        decipherFrame(frameOf(encodeFrame({ ...burglary, encrypted: true, data })), cipher),
      ).toMatchObject({
        reason: 'no-cipher-text',
      })
  })
  it('a message under another key', () => {
    const other = oneShotCipher(new Uint8Array(16).fill(9))
    expect(decipherFrame(frameOf(encryptFrame(burglary, other)), cipher)).toMatchObject({
      reason: 'wrong-key',
    })
  })
  it('a clear text without a closing bracket, however good its time', () =>
    expect(sealing(padded(`|#12AB|Nri1/BA003${stamp}`))).toMatchObject({ reason: 'wrong-key' }))
  it('a bracket that stands there by accident', () =>
    expect(sealing(padded(`|\x02\x91]\xfe\x07`))).toMatchObject({ reason: 'wrong-key' }))
  it('an account in the data that is not the header’s: a header is in clear and can be put before any cipher text', () =>
    expect(sealing(padded(`|#12AC|Nri1/BA003]${stamp}`))).toMatchObject({ reason: 'wrong-key' }))
  it('a message without a time, which is not a wrong key', () => {
    expect(opened(encryptFrame(burglary, cipher)).timestamp).toBe(at)
    for (const text of ['|#12AB|Nri1/BA003]', '|#12AB|Nri1/BA003]_25:00:00,11-22-2026', ']'])
      expect(sealing(padded(text))).toMatchObject({ reason: 'no-timestamp' })
  })
  it('nothing by throwing, whatever the cipher text', () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 6 }), fc.nat(6), (start, blocks) => {
        const clear = latin1FromBytes(
          Uint8Array.of(...start, ...new Uint8Array(16 * blocks)),
        ).slice(0, 16 * blocks)
        if (blocks > 0) sealing(clear)
      }),
    ))
})

describe('The answer to an encrypted frame', () => {
  const later = at + 4000
  const frame = opened(encryptFrame(burglary, cipher))
  it('is encrypted under the same key and carries our time', () => {
    const ack = encodeAck(frame, { timestamp: later, cipher })
    expect(printable(ack).slice(12)).toMatch(/^"\*ACK"0001R1L0#12ab\[[0-9A-F]{64}\\x0D$/)
    expect(opened(ack)).toMatchObject({ token: 'ACK', data: '', timestamp: later })
  })
  it('ends its pad with | and ]', () => {
    const { data } = frameOf(encodeAck(frame, { timestamp: later, cipher }))
    const clear = latin1FromBytes(
      cipher.decrypt(Uint8Array.from(Buffer.from(data, 'hex'))) ?? new Uint8Array(),
    )
    expect(clear).toBe('navbatchi.|]_12:35:00,11-22-2026')
  })
  it('is in clear for a plain frame, whatever key its account has', () =>
    expect(
      printable(encodeAck(frameOf(encodeFrame(burglary)), { timestamp: later, cipher })),
    ).toContain('"ACK"0001R1L0#12ab[]_12:35:00,11-22-2026'))
  it('is never encrypted when it refuses', () => {
    expect(printable(encodeDuh(frame))).toContain('"DUH"0001R1L0#12ab[]\\x0D')
    expect(printable(encodeNak(later))).toContain('"NAK"0000R0L0A0[]_12:35:00,11-22-2026')
  })
})
