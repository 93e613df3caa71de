/** Writes parts of protocol buffers one after another into growing bytes. */
export interface BytesWriter {
  /** A whole number from 0 to 2^53. */
  varint(value: number): void
  bytes(value: Uint8Array): void
  /** The output of `write`, at most 127 bytes, after its length. */
  short(write: () => void): void
  written(): Uint8Array<ArrayBuffer>
}

export function createBytesWriter(size = 1 << 12): BytesWriter {
  let bytes = new Uint8Array(size)
  let length = 0

  const makeRoom = (more: number) => {
    if (length + more <= bytes.length) return
    const larger = new Uint8Array(Math.max(length + more, bytes.length * 2))
    larger.set(bytes)
    bytes = larger
  }
  const varint = (value: number) => {
    makeRoom(8)
    let rest = value
    while (rest > 0x7f) {
      bytes[length++] = (rest % 0x80) | 0x80
      rest = Math.floor(rest / 0x80)
    }
    bytes[length++] = rest
  }
  return {
    varint,
    bytes(value) {
      varint(value.length)
      makeRoom(value.length)
      bytes.set(value, length)
      length += value.length
    },
    short(write) {
      const begin = length
      varint(0)
      write()
      bytes[begin] = length - begin - 1
    },
    written: () => bytes.slice(0, length),
  }
}
