import { describe, expect, it } from 'vitest'
import { decodeRelay, encodeRelay } from './beacon-codec'

describe('the frames of the relay', () => {
  it('turn channel 1 on with A0 01 01 A2 and off with A0 01 00 A1', () => {
    expect([...encodeRelay({ channel: 1, on: true })]).toEqual([0xa0, 0x01, 0x01, 0xa2])
    expect([...encodeRelay({ channel: 1, on: false })]).toEqual([0xa0, 0x01, 0x00, 0xa1])
  })
  it('keep their sum within a byte', () =>
    expect(encodeRelay({ channel: 0xff, on: true })[3]).toBe(0xa0))
  it('are found again between noise, and a wrong sum is none', () =>
    expect(
      decodeRelay(
        Uint8Array.of(0, 0xa0, 0xa0, 1, 1, 0xa2, 0xa0, 1, 1, 0xa3, 0xa0, 1, 0, 0xa1, 0xa0),
      ),
    ).toEqual([
      { channel: 1, on: true },
      { channel: 1, on: false },
    ]))
})
