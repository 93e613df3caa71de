import { describe, expect, it } from 'vitest'
import { bytesFromLatin1, hex4 } from './bytes'
import { crc16 } from './crc'
import { decodeFrame } from './decode-frame'

const around = (body: string) => {
  const bytes = bytesFromLatin1(`\n____${hex4(body.length)}${body}\r`)
  bytes.set(bytesFromLatin1(hex4(crc16(bytes, 9, bytes.length - 1))), 1)
  return bytes
}

describe('A header that breaks its alphabet under a right CRC', () => {
  it.each([
    [
      '"ADM-CID"6616R0L0#foc7688[#foc7688|1351 01 000]',
      'account foc7688 is not hexadecimal',
      'foc7688',
    ],
    ['"SIA-DCS"0001L0#12-34[NRP0]', 'account 12-34 is not hexadecimal', '12-34'],
    [
      '"SIA-DCS"0001L0#12345678901234567[NRP0]',
      'account 12345678901234567 is longer than 16 digits',
      null,
    ],
    ['"SIA-DCS"0001L0#[NRP0]', 'account is empty', null],
    ['"SIA-DCS"0001RX1L0#1234[NRP0]', 'receiver number X1 is not hexadecimal', '1234'],
    ['"SIA-DCS"0001R1LG0#1234[NRP0]', 'line prefix G0 is not hexadecimal', '1234'],
    ['"SIA-DCS"12L0#1234[NRP0]', 'sequence 12 is not four decimal digits', '1234'],
    [
      '"*SIA-DCS"A001L0#xyz[00FF',
      'sequence A001 is not four decimal digits; account xyz is not hexadecimal',
      'xyz',
    ],
  ])('names what is wrong, and whose it is: %s', (body, detail, account) =>
    expect(decodeFrame(around(body))).toMatchObject({
      reason: 'bad-header',
      detail,
      header: { account: account?.toUpperCase() ?? null, sentAccount: account },
    }),
  )
  it.each([
    '"ACK"0001L0#foc7688[]',
    '"NAK"0000RXL0A0[]',
    '"SIA-DCS" GET / HTTP/1.1',
    '"SIA-DCS"0001L0#1234',
  ])('is none of a panel to be answered where it is a reply, or no header: %s', (body) => {
    const read = decodeFrame(around(body))
    expect(read).toMatchObject({ kind: 'unreadable' })
    expect(read).not.toHaveProperty('header')
  })
  it('is not looked at under a wrong CRC', () => {
    const bytes = around('"ADM-CID"6616R0L0#foc7688[#foc7688|1351 01 000]')
    bytes.set(bytesFromLatin1('0000'), 1)
    expect(decodeFrame(bytes)).not.toHaveProperty('header')
  })
})
