import { describe, expect, it } from 'vitest'
import { printable } from '../../shared/dc09/printable'
import { hexLines } from './raw-bytes'

describe('The bytes of a frame in hexadecimal', () => {
  it('are those that were received, 16 to a line', () => {
    const bytes = Uint8Array.from({ length: 18 }, (_, at) => at * 15)
    expect(hexLines(printable(bytes))).toBe(
      '00 0F 1E 2D 3C 4B 5A 69  78 87 96 A5 B4 C3 D2 E1\nF0 FF',
    )
  })
  it('are none where the hub noticed something itself, or the text is no frame', () => {
    expect(hexLines('')).toBeNull()
    expect(hexLines('…')).toBeNull()
  })
})
