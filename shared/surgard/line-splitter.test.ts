import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesFromLatin1, latin1FromBytes } from '../dc09/bytes'
import { oversizeHead, type StreamItem } from '../dc09/frame-splitter'
import { createLineSplitter } from './line-splitter'

const bytes = bytesFromLatin1
const split = (stream: Uint8Array, cuts: readonly number[] = [], cap = 4096): StreamItem[] => {
  const splitter = createLineSplitter({ cap })
  const places = [0, ...[...cuts].sort((a, b) => a - b), stream.length]
  const items = places
    .slice(1)
    .flatMap((to, index) => splitter.push(stream.subarray(places[index], to)))
  return [...items, ...splitter.end()]
}
const told = (items: readonly StreamItem[]) =>
  items.map((item) => `${item.kind}:${latin1FromBytes(item.bytes)}`)

describe('Cutting a stream into Sur-Gard lines', () => {
  it('takes several lines from one segment and one line from several', () => {
    const lines = ['frame:5011 181234E13001003\x14', 'frame:AB\x14']
    expect(told(split(bytes('5011 181234E13001003\x14AB\x14')))).toEqual(lines)
    expect(told(split(bytes('5011 181234E13001003\x14AB\x14'), [1, 7, 20, 21, 22]))).toEqual(lines)
  })

  it('gives the same items however the stream is cut', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('\x14', '\r', '\n', '\0', '5', ' ', '5011\x14'), {
          maxLength: 60,
        }),
        fc.array(fc.nat(100), { maxLength: 12 }),
        (parts, cuts) => {
          const stream = bytes(parts.join(''))
          const inside = cuts.map((cut) => Math.min(cut, stream.length))
          expect(split(stream, inside, 16)).toEqual(split(stream, [], 16))
        },
      ),
    ))

  it('loses no byte that was not oversize', () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (stream) => {
        expect(split(stream).flatMap((item) => [...item.bytes])).toEqual([...stream])
      }),
    ))

  it('calls what never ends noise when the stream does', () =>
    expect(split(bytes('5011 18'))).toMatchObject([{ kind: 'noise', harmless: false }]))

  it('calls line ends and an empty line harmless', () => {
    expect(split(bytes('\r\n\x14'))).toMatchObject([{ kind: 'noise', harmless: true }])
    expect(split(bytes('AB\x14\r\n'))).toMatchObject([
      { kind: 'frame' },
      { kind: 'noise', harmless: true },
    ])
  })

  it('reports a line beyond the cap with its head and its length, and reads the next', () => {
    const items = split(bytes(`${'x'.repeat(20_000)}\x14AB\x14`))
    expect(items).toMatchObject([{ kind: 'oversize', length: 20_001 }, { kind: 'frame' }])
    expect(items[0]?.bytes).toHaveLength(oversizeHead)
  })

  it('says how long an unfinished line is, so that the listener can hang up', () => {
    const splitter = createLineSplitter()
    for (let kilobytes = 0; kilobytes < 100; kilobytes++)
      splitter.push(new Uint8Array(1024).fill(0x35))
    expect(splitter.pending()).toBe(100 * 1024)
  })
})
