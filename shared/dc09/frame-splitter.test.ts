import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesFromLatin1, latin1FromBytes } from './bytes'
import { createFrameSplitter, frameCap, oversizeHead, type SplitterOptions, type StreamItem } from './frame-splitter'

const bytes = bytesFromLatin1
const split = (stream: Uint8Array, cuts: readonly number[] = [], options: SplitterOptions = {}): StreamItem[] => {
  const splitter = createFrameSplitter(options)
  const places = [0, ...[...cuts].sort((a, b) => a - b), stream.length]
  const items = places.slice(1).flatMap((to, index) => splitter.push(stream.subarray(places[index], to)))
  return [...items, ...splitter.end()]
}
const told = (items: readonly StreamItem[]) => items.map((item) => `${item.kind}:${latin1FromBytes(item.bytes)}`)

describe('cutting a stream into frames', () => {
  it('takes several frames from one segment and one frame from several', () => {
    expect(told(split(bytes('\nAB\r\nCD\r')))).toEqual(['frame:\nAB\r', 'frame:\nCD\r'])
    expect(told(split(bytes('\nAB\r\nCD\r'), [1, 2, 3, 5]))).toEqual(['frame:\nAB\r', 'frame:\nCD\r'])
  })
  it('gives the same items however the stream is cut', () =>
    fc.assert(
      fc.property(
        fc
          .array(fc.constantFrom('\n', '\r', '\0', 'a', '"', '\n12"x"\r'), { maxLength: 60 })
          .map((parts) => bytes(parts.join(''))),
        fc.array(fc.nat(100), { maxLength: 12 }),
        fc.boolean(),
        (stream, cuts, binaryCrc) => {
          const options = { cap: 16, binaryCrc }
          const inside = cuts.map((cut) => Math.min(cut, stream.length))
          expect(split(stream, inside, options)).toEqual(split(stream, [], options))
        },
      ),
    ))
  it('loses no byte that was not oversize', () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (stream) => {
        expect(split(stream).flatMap((item) => [...item.bytes])).toEqual([...stream])
      }),
    ))
  it('reports bytes before an LF as noise', () =>
    expect(told(split(bytes('junk\nAB\r')))).toEqual(['noise:junk', 'frame:\nAB\r']))
  it('starts anew at an LF before the CR', () =>
    expect(told(split(bytes('\nbroken\nAB\r')))).toEqual(['noise:\nbroken', 'frame:\nAB\r']))
  it('counts padding as harmless, other noise not', () => {
    expect(split(bytes('\nAB\r\0\0\nCD\r'))[1]).toMatchObject({ kind: 'noise', harmless: true })
    expect(split(bytes('\nAB\r\n\nCD\r'))[1]).toMatchObject({ kind: 'noise', harmless: true })
    expect(split(bytes('\nAB\rx\nCD\r'))[1]).toMatchObject({ kind: 'noise', harmless: false })
  })
  it('hands out copies, not views of the segment', () => {
    const segment = bytes('\nAB\r')
    const [item] = createFrameSplitter().push(segment)
    segment.fill(0)
    expect(told(item === undefined ? [] : [item])).toEqual(['frame:\nAB\r'])
  })
  it('lets a binary CRC look like LF or CR where that dialect is spoken', () =>
    expect(told(split(bytes('\n\r\n0010"x"\r'), [], { binaryCrc: true }))).toEqual(['frame:\n\r\n0010"x"\r']))
})

describe('a frame that does not end', () => {
  it('is one oversize item with its head and its length, and the next frame is read', () => {
    const items = split(Uint8Array.of(...bytes('\n'), ...bytes('x'.repeat(20_000)), ...bytes('\nAB\r')))
    expect(items.map(({ kind }) => kind)).toEqual(['oversize', 'frame'])
    expect(items[0]).toMatchObject({ length: 20_001 })
    expect(items[0]?.bytes).toHaveLength(oversizeHead)
  })
  it('is still a frame at the cap, and no longer one byte above', () => {
    expect(split(bytes(`\n${'x'.repeat(frameCap - 2)}\r`))[0]).toMatchObject({ kind: 'frame' })
    expect(split(bytes(`\n${'x'.repeat(frameCap - 1)}\r`))[0]).toMatchObject({ kind: 'oversize', length: frameCap + 1 })
  })
  it('says how long it is while it lasts, so that the listener can hang up', () => {
    const splitter = createFrameSplitter()
    const chunk = new Uint8Array(1024).fill(0x78)
    expect(splitter.push(Uint8Array.of(10))).toEqual([])
    for (let kilobytes = 0; kilobytes < 1024; kilobytes++) expect(splitter.push(chunk)).toEqual([])
    expect(splitter.pending()).toBe(1024 * 1024 + 1)
    expect(splitter.end()).toMatchObject([{ kind: 'oversize', length: 1024 * 1024 + 1 }])
  })
})
