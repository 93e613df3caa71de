import { z } from 'zod'
import { sampleRate } from '../../../shared/sound/synthesis'
import type { OutputDevice } from './output-device'

/**
 * How much the device draws at a time, ms: what an alarm waits at most behind what was drawn
 * already, and enough for a process that is held up a little.
 */
const bufferDuration = 40

interface NativeOutput {
  dispose(): Promise<void>
}
/** What we use of the library: it is optional, so its own types may not be there. */
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

/** A name the compiler does not follow: without the package this still builds and starts. */
const libraryName: string = '@echogarden/audio-io'

/** The usual device of the system: through ALSA, Core Audio or Windows' own interface. */
export const systemOutput: OutputDevice = {
  name: 'system',
  async open(fill) {
    const library = audioLibrary.parse(await import(libraryName))
    const config = { sampleRate, channelCount: 1, bufferDuration }
    const output = await library.createAudioOutput(config, fill)
    return { close: () => output.dispose() }
  },
}
