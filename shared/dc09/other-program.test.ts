import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesFromLatin1, latin1FromBytes } from './bytes'
import { encodeFrame } from './encode'
import { createOtherProgramWatch, type LineEnds } from './other-program'

/** What is told of a text that comes in pieces of so many bytes. */
const told = (text: string, ends: LineEnds = 'lf', piece = text.length || 1): string | null => {
  const watch = createOtherProgramWatch(ends)
  for (let at = 0; at < text.length; at += piece) {
    const other = watch.see(bytesFromLatin1(text.slice(at, at + piece)))
    if (other !== null) return other.speaks
  }
  return null
}
const frame = (data: string) =>
  latin1FromBytes(
    encodeFrame({
      token: 'SIA-DCS',
      sequence: '0001',
      receiver: null,
      prefix: '0',
      account: 'A1',
      data,
    }),
  )
const both: readonly LineEnds[] = ['lf', 'dc4']

describe('Another program on a port of panels', () => {
  const long = `/${'a'.repeat(9_000)}`
  const requests = [
    'GET / HTTP/1.1\r\n',
    'POST /x HTTP/1.1\r\n',
    'post /x http/1.0\r\n',
    'FOO /x HTTP/1.1\r\n',
    `POST ${long} HTTP/1.1\r\n`,
    `M-SEARCH ${long} HTTP/1.1\r\n`,
    `${'M'.repeat(200)} /x HTTP/1.1\r\n`,
    'GET /x\r\n',
    'GET\t/x\tHTTP/1.1\n',
    'OPTIONS * HTTP/1.1\r\n',
    'CONNECT 127.0.0.1:7411 HTTP/1.1\r\n',
    'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
    'OPTIONS rtsp://h/ RTSP/1.0\r\n',
    'OPTIONS sip:nm SIP/2.0\r\n',
    'Host: 127.0.0.1:7411\r\n',
    'content-type:text/plain\r\n',
    'Sec-Fetch-Mode: no-cors\r\n',
    'SSH-2.0-OpenSSH_9.6\r\n',
    '\r\n\r\nPOST /x HTTP/1.1\r\n',
    '\0\nPOST /x HTTP/1.1\r\n'.slice(1),
  ]
  it('is known by a line of a request, however it comes in pieces', () => {
    for (const request of requests)
      for (const ends of both)
        for (const piece of [1, 3, 7, 4_096, 100_000])
          expect([request.slice(0, 30), ends, told(request, ends, piece)]).not.toContain(null)
  })

  it('is known by the first bytes of TLS, SMB, RDP and STUN', () => {
    const openings = {
      TLS: '\x16\x03\x01\x02\x00\x01\x00',
      SMB: '\x00\x00\x00\x45\xffSMB',
      RDP: '\x03\x00\x00\x13\x0e\xe0\x00',
      STUN: '\x00\x03\x00\x08\x21\x12\xa4\x42',
    }
    for (const [speaks, bytes] of Object.entries(openings))
      for (const ends of both)
        for (const piece of [1, 100]) expect(told(bytes, ends, piece)).toBe(speaks)
  })

  it('is known behind frames that came before it on its connection', () => {
    expect(told(`${frame('#A1|NBA1')}POST /x HTTP/1.1\r\n`)).toBe('HTTP')
    expect(told('5011 181234E13001003\x14POST /x HTTP/1.1\r\n', 'dc4')).toBe('HTTP')
  })
})

describe('A panel', () => {
  it('is never taken for another program for what its frame says', () => {
    const words = [
      'POST / HTTP/1.1',
      'Host: x',
      '\x14GET / HTTP/1.1\x14',
      '\x16\x03\x01\x00\x00\x01',
      'SSH-2.0',
    ]
    for (const said of words)
      for (const piece of [1, 5, 1_000])
        expect([said, told(frame(`#A1|NBA1^${said}^`), 'lf', piece)]).toEqual([said, null])
    for (const said of words.filter((word) => !word.includes('\x14')))
      expect(
        told(`S011[#1234|Nri1/BA01^${said}\r\nGET / HTTP/1.1\r\nHost: x\r\n^]\x14`, 'dc4'),
      ).toBeNull()
  })

  it('is not taken for one for line ends, padding, modem words or damage between its frames', () => {
    for (const noise of [
      '\r\n\r\n',
      '\0\0\0',
      'CONNECT 9600\r\n',
      'OK\r\n',
      'RING\r\n',
      '\n1A2B0020"SIA-DC\r',
      'HID=1##\r\n',
    ])
      for (const ends of both)
        expect([noise, told(noise + frame('#A1|NBA1'), ends)]).toEqual([noise, null])
  })

  it('is not taken for one whatever its frame or line holds', () =>
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.integer({ min: 1, max: 90 }), (said, piece) => {
        const data = said.replace(/[^ -~]/g, '')
        expect(told(frame(`#A1|NBA1^${data}^`), 'lf', piece)).toBeNull()
        expect(told(`S011[#1234|Nri1/BA01^${data}^]\x14`, 'dc4', piece)).toBeNull()
      }),
    ))
})
