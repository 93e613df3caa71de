import { describe, expect, it } from 'vitest'
import { detail, detailForms, details, readDetail } from './detail-codes'

describe('A detail of the quarantine', () => {
  it.each(Object.entries(detailForms))('is known again by its code: %s', (code, form) => {
    const text = form.replace(/\{\w+\}/g, '7')
    expect(readDetail(text)).toMatchObject([{ code: `detail-${code}`, text }])
  })
  it('keeps its values', () =>
    expect(readDetail('CRC 00FF received, 1A2B computed')).toMatchObject([
      { code: 'detail-crc', params: { received: '00FF', computed: '1A2B' } },
    ]))
  it('is written by the code of whoever found the fault, and read back to that code and its values', () => {
    const crc = detail('crc', { received: '00FF', computed: '1A2B' })
    const needs = detail('needs', { account: '7', tolerances: 'crcCoversCr, decimalLength' })
    expect(crc).toBe('CRC 00FF received, 1A2B computed')
    expect(readDetail(details([crc, needs]))).toMatchObject([
      { code: 'detail-crc', params: { received: '00FF', computed: '1A2B' } },
      { code: 'detail-needs', params: { account: '7', tolerances: 'crcCoversCr, decimalLength' } },
    ])
  })
  it('is known in its parts where it says several things', () => {
    const codes = (text: string) => readDetail(text)?.map(({ code }) => code)
    expect(codes('CRC 0000 received, 1A2B computed; account 7 would need crcCoversCr')).toEqual([
      'detail-crc',
      'detail-needs',
    ])
    expect(codes('Nothing was heard for 60 s. 10.0.0.5:1025 has closed the connection')).toEqual([
      'detail-heard',
      'detail-closed',
    ])
  })
  it('that nobody knows is no sentence of the table', () =>
    expect(readDetail('items[3].account: needed')).toBeNull())
})
