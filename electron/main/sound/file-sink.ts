import { appendFileSync, closeSync, openSync, writeSync } from 'node:fs'
import { devNull } from 'node:os'
import { wavHeader } from '../../../shared/sound/wav'
import type { OpenSink } from './paced-output'

/**
 * A device for tests and measurements: a WAV file of everything played, including pauses.
 * `FILE.times` records when sound was handed over. Each line holds the number of bytes before it
 * and the instant in ms.
 */
export const fileSink =
  (file: string): OpenSink =>
  async () => {
    const handle = openSync(file, 'w')
    writeSync(handle, wavHeader())
    let written = 0
    return {
      write(pcm) {
        if (file !== devNull && pcm.some((byte) => byte !== 0))
          appendFileSync(`${file}.times`, timeLine(written))
        writeSync(handle, pcm)
        written += pcm.length
      },
      async close() {
        closeSync(handle)
      },
    }
  }

const timeLine = (bytes: number): string =>
  `${bytes} ${(performance.timeOrigin + performance.now()).toFixed(3)}\n`
