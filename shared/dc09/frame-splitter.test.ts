import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesFromLatin1, latin1FromBytes } from './bytes'
import {
  createFrameSplitter,
  frameCap,
  oversizeHead,
  type SplitterOptions,
  type StreamItem,
} from './frame-splitter'

const bytes = bytesFromLatin1
const frameLetters = [
  '\n',
  '\r',
  '\0',
  'a',
  '"',
  '0',
  '\n12"x"\r',
  '\n\r\n0010"x"\r',
  '\nx\n0010"x"\r',
  '\nABCD0010"x"\r',
]
const split = (
  stream: Uint8Array,
  cuts: readonly number[] = [],
  options: SplitterOptions = {},
): StreamItem[] => {
  const splitter = createFrameSplitter(options)
  const places = [0, ...[...cuts].sort((a, b) => a - b), stream.length]
  const items = places
    .slice(1)
    .flatMap((to, index) => splitter.push(stream.subarray(places[index], to)))
  return [...items, ...splitter.end()]
}
const told = (items: readonly StreamItem[]) =>
  items.map((item) => `${item.kind}:${latin1FromBytes(item.bytes)}`)

describe('cutting a stream into frames', () => {
  it('takes several frames from one segment and one frame from several', () => {
    expect(told(split(bytes('\nAB\r\nCD\r')))).toEqual(['frame:\nAB\r', 'frame:\nCD\r'])
    expect(told(split(bytes('\nAB\r\nCD\r'), [1, 2, 3, 5]))).toEqual([
      'frame:\nAB\r',
      'frame:\nCD\r',
    ])
  })
  it('gives the same items however the stream is cut', () =>
    fc.assert(
      fc.property(
        fc
          .array(fc.constantFrom(...frameLetters), { maxLength: 60 })
          .map((parts) => bytes(parts.join(''))),
        fc.array(fc.nat(200), { maxLength: 12 }),
        fc.constantFrom(8, 16, frameCap),
        (stream, cuts, cap) => {
          const inside = cuts.map((cut) => Math.min(cut, stream.length))
          const whole = split(stream, [], { cap })
          expect(split(stream, inside, { cap })).toEqual(whole)
          const everywhere = Array.from(stream, (_, at) => at)
          expect(split(stream, everywhere, { cap })).toEqual(whole)
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
  it('takes the buffers of Node, and holds on to no more of one than is unfinished', () => {
    const segment = Buffer.from('\nAB\rrest')
    const splitter = createFrameSplitter()
    expect(told(splitter.push(segment))).toEqual(['frame:\nAB\r'])
    segment.fill(0)
    expect(told(splitter.end())).toEqual(['noise:rest'])
  })
  it('spends no more on a segment of nothing but LFs than on another', () => {
    const items = split(new Uint8Array(100_000).fill(10))
    expect(items.every((item) => item.kind === 'noise' && item.harmless)).toBe(true)
  })
})

describe('a frame that does not end', () => {
  it('is one oversize item with its head and its length, and the next frame is read', () => {
    const items = split(
      Uint8Array.of(...bytes('\n'), ...bytes('x'.repeat(20_000)), ...bytes('\nAB\r')),
    )
    expect(items.map(({ kind }) => kind)).toEqual(['oversize', 'frame'])
    expect(items[0]).toMatchObject({ length: 20_001 })
    expect(items[0]?.bytes).toHaveLength(oversizeHead)
  })
  it('is still a frame at the cap, and no longer one byte above', () => {
    expect(split(bytes(`\n${'x'.repeat(frameCap - 2)}\r`))[0]).toMatchObject({ kind: 'frame' })
    expect(split(bytes(`\n${'x'.repeat(frameCap - 1)}\r`))[0]).toMatchObject({
      kind: 'oversize',
      length: frameCap + 1,
    })
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

describe('a binary CRC', () => {
  const pairs = ['\n\n', '\n\r', '\r\n', '\r\r', '\nx', 'x\r', '\rx', 'x\n']
  it.each(pairs.map((pair) => [JSON.stringify(pair), pair]))('may look like %s', (_, pair) => {
    const frame = `\n${pair}0010"x"\r`
    expect(told(split(bytes(frame)))).toEqual([`frame:${frame}`])
    expect(told(split(bytes(`\nAB\r${frame}\nCD\r`)))).toEqual([
      'frame:\nAB\r',
      `frame:${frame}`,
      'frame:\nCD\r',
    ])
  })
  it.each(['\n', '\r\n', '\n\n', '\r', '\n\r', '\n\0'])(
    'is never seen in line ends %j before a CRC in hex',
    (padding) => {
      const frame = '\n00000010"x"\r'
      const frames = split(bytes(`${padding}${frame}${padding}${frame}`)).filter(
        ({ kind, bytes: { length } }) => kind === 'frame' && length > 2,
      )
      expect(told(frames)).toEqual([`frame:${frame}`, `frame:${frame}`])
    },
  )
  it('may follow line ends', () =>
    expect(told(split(bytes('\n\n\n\r\n0010"x"\r')))).toEqual([
      'noise:\n',
      'noise:\n',
      'frame:\n\r\n0010"x"\r',
    ]))
  it('is waited for no longer than it takes to tell', () => {
    const splitter = createFrameSplitter()
    expect(splitter.push(bytes('\n\r'))).toEqual([])
    expect(told(splitter.push(bytes('xy')))).toEqual(['frame:\n\r'])
    expect(splitter.pending()).toBe(2)
  })
  it('is not made out of what a stream ends with', () =>
    expect(told(split(bytes('\n\r\n001')))).toEqual(['frame:\n\r', 'noise:\n001']))
})
