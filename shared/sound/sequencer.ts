import { roundOf, samplesIn } from './synthesis'
import { patterns, type Voice, voices } from './voices'
import type { Wanted } from './wanted'

/** ms. After a round, the same voice's news waits no longer than this. */
const newsAfter = 1_000
/** ms of fade-out when a round is cut off: a hard end would click. */
const fade = 5

/**
 * Turns what is wanted into samples, one voice at a time. Its only clock is the number of samples
 * drawn, so a stopped device loses nothing and a test needs no time.
 */
export interface Sequencer {
  want(wanted: readonly Wanted[]): void
  /** Sounds the test once. An alarm cuts it off, which proves the device as well. */
  test(): void
  setVolume(volume: number): void
  fill(out: Int16Array): void
}

interface Round {
  readonly voice: Voice
  readonly samples: Int16Array
  at: number
  readonly cut: boolean
}

export interface SequencerPorts {
  readonly volume: number
  readonly onBegun: (voice: Voice) => void
  readonly onTested: () => void
}

/** The last round of a voice that was heard to its end. */
interface Last {
  readonly mark: number
  readonly endedAt: number
  /** Answered since: the next is heard at once, outside the old rhythm. */
  readonly answered: boolean
}

const rounds = new Map<Voice, Int16Array>()
/** Made when first needed, a few milliseconds each. */
function roundFor(voice: Voice): Int16Array {
  const known = rounds.get(voice) ?? roundOf(voice)
  rounds.set(voice, known)
  return known
}

export function createSequencer({ volume, onBegun, onTested }: SequencerPorts): Sequencer {
  let gain = volume / 100
  let wanted: readonly Wanted[] = []
  let round: Round | null = null
  let testWaits = false
  let position = 0
  const heard = new Map<Voice, Last>()
  const markOf = (voice: Voice) => wanted.find((item) => item.voice === voice)?.mark

  /** Samples until a voice may begin a round; null when it has nothing left to say. */
  function waitOf({ voice, mark }: Wanted): number | null {
    const last = heard.get(voice)
    if (!last) return 0
    const news = mark > last.mark
    const { pause } = patterns[voice]
    if (pause === null) return news ? 0 : null
    if (news && last.answered) return 0
    const rest = news ? Math.min(pause, newsAfter) : pause
    return Math.max(0, last.endedAt + samplesIn(rest) - position)
  }

  function begin(voice: Voice): void {
    round = { voice, samples: roundFor(voice), at: 0, cut: false }
    onBegun(voice)
  }

  /** Begins what is due, or returns the number of samples of silence. */
  function silence(): number {
    if (testWaits) {
      testWaits = false
      begin('test')
      return 0
    }
    for (const item of wanted) {
      const wait = waitOf(item)
      if (wait === null) continue
      if (wait === 0) begin(item.voice)
      return wait
    }
    return Number.POSITIVE_INFINITY
  }

  function ended({ voice, cut }: Round): void {
    round = null
    if (voice === 'test') onTested()
    else if (!cut)
      heard.set(voice, { mark: markOf(voice) ?? 0, endedAt: position, answered: false })
  }

  /** A graver voice cuts in at once, and an unwanted one stops at once. */
  function mustGive({ voice }: Round): boolean {
    const graver = wanted.filter((item) => rank(item.voice) < rank(voice))
    if (graver.some((item) => waitOf(item) !== null)) return true
    return voice !== 'test' && markOf(voice) === undefined
  }

  return {
    want(next) {
      wanted = next
      for (const [voice, last] of heard)
        if (markOf(voice) === undefined) heard.set(voice, { ...last, answered: true })
      if (round && !round.cut && mustGive(round)) round = cutOff(round)
    },
    test() {
      testWaits = true
    },
    setVolume(percent) {
      gain = percent / 100
    },
    fill(out) {
      for (let done = 0; done < out.length; ) {
        const left = out.length - done
        if (round) {
          const part = round.samples.subarray(round.at, round.at + left)
          for (let at = 0; at < part.length; at++) out[done + at] = (part[at] ?? 0) * gain
          round.at += part.length
          done += part.length
          position += part.length
          if (round.at >= round.samples.length) ended(round)
        } else {
          const quiet = Math.min(silence(), left)
          out.fill(0, done, done + quiet)
          done += quiet
          position += quiet
        }
      }
    },
  }
}

const rank = (voice: Voice): number => voices.indexOf(voice)

function cutOff(round: Round): Round {
  const tail = round.samples.slice(round.at, round.at + samplesIn(fade))
  const faded = tail.map((sample, at) => sample * (1 - at / tail.length))
  return { voice: round.voice, samples: faded, at: 0, cut: true }
}
