import { sampleRate, samplesIn } from '../../../shared/sound/synthesis'
import { pcmBytes } from '../../../shared/sound/wav'
import type { Clock } from '../../../shared/timeline/clock-port'
import type { OutputDevice } from './output-device'

/** Samples are passed on this often, ms… */
const step = 10
/** …and this far ahead of playback, ms, so that a short delay of the process leaves no gap. */
const lead = 30
/** After a stop longer than this (a laptop's lid), the missed sound is skipped, ms. */
const longestGap = 500

/** Accepts bytes but does not report how fast it plays them. */
export interface Sink {
  write(pcm: Uint8Array): void
  close(): Promise<void>
}
export type OpenSink = (onGone: (reason: string) => void) => Promise<Sink>

export const pacedOutput = (name: string, clock: Clock, openSink: OpenSink): OutputDevice => ({
  name,
  async open(fill, onGone) {
    const sink = await openSink(onGone)
    let drawnTo = clock.now() - step
    let cancel = () => {}
    const draw = () => {
      const target = clock.now() + lead
      if (target - drawnTo > longestGap) drawnTo = target - step
      const samples = new Int16Array(samplesIn(target - drawnTo))
      fill(samples)
      sink.write(pcmBytes(samples))
      drawnTo += (samples.length * 1_000) / sampleRate
      cancel = clock.after(step, draw)
    }
    draw()
    return {
      close() {
        cancel()
        return sink.close()
      },
    }
  },
})
