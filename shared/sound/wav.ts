import { sampleRate } from './synthesis'

/*
 * A WAV file of 16-bit mono samples:
 *
 *   RIFF size WAVE | fmt  16  1 (PCM)  1 (mono)  rate  rate×2  2  16 | data size samples…
 */
export const wavHeaderLength = 44

/** While a file still grows, `samples` is unknown: without it readers take all there is. */
export function wavHeader(samples?: number): Uint8Array {
  const header = new Uint8Array(wavHeaderLength)
  const view = new DataView(header.buffer)
  const word = (at: number, text: string) =>
    [...text].forEach((letter, index) => {
      view.setUint8(at + index, letter.charCodeAt(0))
    })
  const size = samples === undefined ? 0xffff_ffff - 36 : samples * 2
  word(0, 'RIFF')
  view.setUint32(4, size + 36, true)
  word(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, sampleRate, true)
  view.setUint32(28, sampleRate * 2, true)
  view.setUint16(32, 2, true)
  view.setUint16(34, 16, true)
  word(36, 'data')
  view.setUint32(40, size, true)
  return header
}

export function pcmBytes(samples: Int16Array): Uint8Array {
  const bytes = new Uint8Array(samples.length * 2)
  const view = new DataView(bytes.buffer)
  samples.forEach((sample, at) => {
    view.setInt16(at * 2, sample, true)
  })
  return bytes
}

export function wavOf(samples: Int16Array): Uint8Array {
  const file = new Uint8Array(wavHeaderLength + samples.length * 2)
  file.set(wavHeader(samples.length))
  file.set(pcmBytes(samples), wavHeaderLength)
  return file
}

export function wavSamples(file: Uint8Array): Int16Array {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const count = Math.max(0, Math.floor((file.byteLength - wavHeaderLength) / 2))
  return Int16Array.from({ length: count }, (_, at) =>
    view.getInt16(wavHeaderLength + at * 2, true),
  )
}
