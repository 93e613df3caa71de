import { textOf, writeUtf8 } from '../text/utf8-text'

/** Texts one after another as UTF-8, with the end of each. */
export interface TextColumn {
  readonly bytes: Uint8Array
  readonly ends: Uint32Array
}

/** Decodes the text on each call; nothing is kept. */
export const textAt = ({ bytes, ends }: TextColumn, at: number): string =>
  textOf(bytes.subarray(at === 0 ? 0 : ends[at - 1], ends[at]))

export function createTextWriter() {
  let bytes = new Uint8Array(1 << 16)
  let length = 0
  const ends: number[] = []
  return {
    add(text: string): void {
      const most = length + text.length * 3
      if (most > bytes.length) {
        const larger = new Uint8Array(Math.max(most, bytes.length * 2))
        larger.set(bytes.subarray(0, length))
        bytes = larger
      }
      length += writeUtf8(text, bytes.subarray(length))
      ends.push(length)
    },
    column: (): TextColumn => ({ bytes: bytes.slice(0, length), ends: Uint32Array.from(ends) }),
  }
}
