import { clickLength, lengthOf, type Part, patterns, type Voice } from './voices'

/** Samples per second, which every sound device accepts. */
export const sampleRate = 48_000

export const samplesIn = (ms: number): number => Math.round((ms * sampleRate) / 1_000)

/** Of full scale; the headroom keeps cheap amplifiers from rattling. */
const loudest = 0.8
/** ms in which a tone fades in and out: a hard edge would click. */
const edge = 5
/** ms in which a click decays to a third, and its loudness. */
const clickDecay = 8
const clickLoudness = 0.5
const clickHz = 1_000

/**
 * One round of a voice without the pause after it: mono, 16 bits, at full volume. Identical on
 * every machine, so the files in resources/sounds can be compared byte by byte.
 */
export function roundOf(voice: Voice): Int16Array {
  const { parts } = patterns[voice]
  const round = new Int16Array(parts.reduce((all, part) => all + samplesIn(lengthOf(part)), 0))
  let at = 0
  for (const part of parts) {
    const piece = samplesOf(part)
    round.set(piece, at)
    at += piece.length
  }
  return round
}

function samplesOf(part: Part): Int16Array {
  switch (part.part) {
    case 'rest':
      return new Int16Array(samplesIn(part.ms))
    case 'click':
      return clickSamples()
    case 'tone':
      return toneSamples(part.hz, part.to ?? part.hz, samplesIn(part.ms))
  }
}

/**
 * A sine with a little of its octave, which small speakers reproduce better than a bare low tone.
 */
function toneSamples(from: number, to: number, length: number): Int16Array {
  const samples = new Int16Array(length)
  let phase = 0
  for (let at = 0; at < length; at++) {
    const wave = 0.8 * Math.sin(phase) + 0.2 * Math.sin(2 * phase)
    samples[at] = Math.round(wave * edgeGain(at, length) * loudest * 32_767)
    phase += (2 * Math.PI * (from + ((to - from) * at) / length)) / sampleRate
  }
  return samples
}

function edgeGain(at: number, length: number): number {
  const near = Math.min(at, length - 1 - at) / samplesIn(edge)
  return near >= 1 ? 1 : 0.5 - 0.5 * Math.cos(Math.PI * near)
}

function clickSamples(): Int16Array {
  const samples = new Int16Array(samplesIn(clickLength))
  for (let at = 0; at < samples.length; at++) {
    const ms = (at * 1_000) / sampleRate
    const wave = Math.sin((2 * Math.PI * clickHz * at) / sampleRate)
    samples[at] = Math.round(wave * Math.exp(-ms / clickDecay) * clickLoudness * 32_767)
  }
  return samples
}
