import { sampleRate, samplesIn } from '../../../shared/sound/synthesis'
import { pcmBytes } from '../../../shared/sound/wav'
import type { Clock } from '../../../shared/timeline/clock-port'
import type { OutputDevice } from './output-device'

/** Samples are handed on this often, ms… */
const step = 10
/** …and so far ahead of being played that a process held up a little leaves no gap. */
const lead = 30
/** After a longer stop (a laptop's lid) what was missed is left out, ms. */
const longestGap = 500

/** Something that takes bytes and does not say how fast it plays them. */
export interface Sink {
  write(pcm: Uint8Array): void
  close(): Promise<void>
}
export type OpenSink = (onGone: (reason: string) => void) => Promise<Sink>

/** Plays into a sink at the pace of the clock. */
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
