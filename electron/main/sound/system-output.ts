import { z } from 'zod'
import { sampleRate } from '../../../shared/sound/synthesis'
import type { OutputDevice } from './output-device'

/**
 * How much sound the device requests at a time, ms. This is the longest an alarm waits behind
 * samples already taken, and enough to cover a short delay of the process.
 */
const bufferDuration = 40

interface NativeOutput {
  dispose(): Promise<void>
}
/**
 * The part of the library we use. The library is optional, so its own types may not be installed.
 */
interface AudioLibrary {
  createAudioOutput(
    config: { sampleRate: number; channelCount: number; bufferDuration: number },
    draw: (out: Int16Array) => void,
  ): Promise<NativeOutput>
}
const audioLibrary = z.custom<AudioLibrary>(
  (library) => typeof library === 'object' && library !== null && 'createAudioOutput' in library,
  'The audio library is not the one this console knows',
)

/** The compiler does not follow this name, so the program builds and starts without the package. */
const libraryName: string = '@echogarden/audio-io'

/** The system's default device: through ALSA, Core Audio or Windows' own interface. */
export const systemOutput: OutputDevice = {
  name: 'system',
  async open(fill) {
    const library = audioLibrary.parse(await import(libraryName))
    const config = { sampleRate, channelCount: 1, bufferDuration }
    const output = await library.createAudioOutput(config, fill)
    return { close: () => output.dispose() }
  },
}
