import { sampleRate, samplesIn } from '../sound/synthesis'

/** Something heard: start and length (ms), and pitch, within 10 Hz. */
export interface Heard {
  readonly at: number
  readonly ms: number
  readonly hz: number
}

const windowMs = 25
const quiet = 150
const step = 10

/** How much of one frequency is in a window, by Goertzel's algorithm. */
export function strengthAt(samples: Int16Array, hz: number): number {
  const turn = 2 * Math.cos((2 * Math.PI * hz) / sampleRate)
  let [before, last] = [0, 0]
  for (const sample of samples) [before, last] = [last, sample + turn * last - before]
  return Math.sqrt(Math.max(0, last * last + before * before - turn * last * before))
}

const isLoud = (sample: number): boolean => Math.abs(sample) > quiet

/** The strongest pitch of a window, or null when most of it is silent. */
function pitchOf(samples: Int16Array): number | null {
  if (samples.filter(isLoud).length < samples.length / 3) return null
  let best = { hz: 0, strength: 0 }
  for (let hz = 180; hz <= 1_300; hz += step) {
    const strength = strengthAt(samples, hz)
    if (strength > best.strength) best = { hz, strength }
  }
  return best.hz
}

/** What can be heard in samples: runs of windows of one pitch. The first begins with the tone. */
export function heardIn(samples: Int16Array): readonly Heard[] {
  const size = samplesIn(windowMs)
  const runs: Heard[] = []
  for (let from = 0; from < samples.length; from += size) {
    const last = runs.at(-1)
    const goesOn = last !== undefined && msOf(from) - (last.at + last.ms) < 5
    if (!goesOn) {
      const silence = samples.subarray(from).findIndex(isLoud)
      if (silence < 0) break
      from += silence
    }
    const hz = pitchOf(samples.subarray(from, from + size))
    if (hz === null) continue
    if (goesOn && Math.abs(last.hz - hz) <= 2 * step)
      runs[runs.length - 1] = { ...last, ms: last.ms + windowMs }
    else runs.push({ at: Math.round(msOf(from) / 5) * 5, ms: windowMs, hz })
  }
  return runs
}

const msOf = (samples: number): number => (samples * 1_000) / sampleRate

export const peakOf = (samples: Int16Array): number =>
  samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0) / 32_767
