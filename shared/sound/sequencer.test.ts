import { describe, expect, it } from 'vitest'
import { heardIn, peakOf } from '../testing/tones'
import { createSequencer } from './sequencer'
import { sampleRate, samplesIn } from './synthesis'
import { patterns, type Voice } from './voices'
import type { Wanted } from './wanted'

function desk(volume = 100) {
  const begun: Voice[] = []
  let tested = 0
  const sequencer = createSequencer({
    volume,
    onBegun: (voice) => begun.push(voice),
    onTested: () => {
      tested += 1
    },
  })
  /** Draws so many ms as a device does, 20 ms at a time. */
  const pass = (ms: number): Int16Array => {
    const all = new Int16Array(samplesIn(ms))
    for (let at = 0; at < all.length; at += samplesIn(20))
      sequencer.fill(all.subarray(at, at + samplesIn(20)))
    return all
  }
  const want = (...wanted: (Voice | Wanted)[]) =>
    sequencer.want(
      wanted.map((item) => (typeof item === 'string' ? { voice: item, mark: 1 } : item)),
    )
  return { sequencer, begun, pass, want, tested: () => tested }
}
const pitches = (samples: Int16Array) => heardIn(samples).map(({ hz }) => hz)
/** When each tone began, ms, to the window. */
const starts = (samples: Int16Array) => heardIn(samples).map(({ at }) => at)
const near = (hz: number) => Math.round(hz / 10) * 10

describe('the patterns of the voices', () => {
  it('of a hold-up alternate 880 and 1175 Hz, 250 ms each, and pause for a second', () => {
    const { want, pass } = desk()
    want('hold-up')
    const heard = heardIn(pass(4_000))
    const round = [near(880), near(1_175), near(880), near(1_175)]
    expect(heard.map(({ hz }) => hz)).toEqual([...round, ...round])
    expect(heard.map(({ at }) => at)).toEqual([0, 250, 500, 750, 2_000, 2_250, 2_500, 2_750])
    expect(heard.every(({ ms }) => ms === 250)).toBe(true)
  })
  it('of a team emergency sweep from 600 to 1200 Hz three times', () => {
    const { want, pass } = desk()
    want('emergency')
    const heard = pitches(pass(1_500))
    const rises = heard.filter((hz, index) => hz > (heard[index - 1] ?? 9_999)).length
    expect(Math.min(...heard)).toBeLessThan(650)
    expect(Math.max(...heard)).toBeGreaterThan(1_150)
    expect(heard.length - rises).toBe(3)
  })
  it('of fire are three tones of 660 Hz and half a second, then a pause of 1.5 s', () => {
    const { want, pass } = desk()
    want('fire')
    const heard = heardIn(pass(4_000))
    expect(heard.map(({ hz }) => hz)).toEqual([660, 660, 660, 660])
    expect(heard.map(({ at }) => at)).toEqual([0, 700, 1_400, 3_400])
  })
  it.each([
    ['priority-1', 784, 2_750, 2],
    ['priority-2', 587, 8_000, 2],
    ['no-hub', 220, 10_000, 1],
    ['overdue', 1_000, 60_000, 2],
    ['flood', 587, 60_000, 2],
  ] as const)('of %s are at %i Hz and come again after %i ms', (voice, hz, period, tones) => {
    const { want, pass } = desk()
    want(voice)
    const heard = heardIn(pass(period + 1_500))
    expect(heard).toHaveLength(tones * 2)
    expect(heard.every((tone) => Math.abs(tone.hz - hz) <= 10)).toBe(true)
    expect((heard[tones]?.at ?? 0) - (heard[0]?.at ?? 0)).toBeCloseTo(period, -2)
  })
  it('stay below full scale, and are as loud as the desk is set', () => {
    const loud = desk(100)
    loud.want('hold-up')
    const soft = desk(40)
    soft.want('hold-up')
    const [most, least] = [peakOf(loud.pass(500)), peakOf(soft.pass(500))]
    expect(most).toBeLessThan(0.85)
    expect(least / most).toBeCloseTo(0.4, 2)
  })
  it('never click: no tone begins or ends with a jump', () => {
    for (const voice of Object.keys(patterns) as Voice[]) {
      const { want, pass } = desk()
      want(voice)
      const samples = pass(1_700)
      const jump = samples.reduce(
        (most, sample, at) => Math.max(most, Math.abs(sample - (samples[at - 1] ?? 0))),
        0,
      )
      // As steep as a sine of 1.2 kHz with its octave is anyway.
      expect(jump / 32_767).toBeLessThan((0.8 * 2 * Math.PI * 1_250 * 1.25) / sampleRate)
    }
  })
})

describe('one voice at a time', () => {
  it('is the gravest: it cuts a lesser one off within 20 ms', () => {
    const { want, pass } = desk()
    want('fire')
    pass(200)
    want('hold-up', 'fire')
    expect(pitches(pass(1_900).subarray(samplesIn(20)))).toEqual([880, 1_180, 880, 1_180])
  })
  it('falls silent at once when nothing is wanted any more', () => {
    const { want, pass } = desk()
    want('hold-up')
    pass(100)
    want()
    expect(heardIn(pass(3_000).subarray(samplesIn(20)))).toEqual([])
  })
  it('leaves the word to the next one when the gravest was answered', () => {
    const { want, pass } = desk()
    want('hold-up', 'priority-2')
    pass(500)
    want('priority-2')
    expect(pitches(pass(600).subarray(samplesIn(25)))).toEqual([590, 590])
  })
  it('goes on in its rhythm when the room changes and the same is wanted', () => {
    const { want, pass } = desk()
    want('hold-up')
    pass(1_400)
    want('hold-up', 'priority-2')
    expect(starts(pass(1_000))[0]).toBe(600)
  })
})

describe('news of a voice that rests', () => {
  it('is heard a second after its last round at the latest', () => {
    const { want, pass } = desk()
    want({ voice: 'priority-2', mark: 5 })
    pass(2_000)
    want({ voice: 'priority-2', mark: 6 })
    expect(starts(pass(500))[0]).toBe(0)
  })
  it('is heard at once when what sounded before was answered', () => {
    const { want, pass } = desk()
    want({ voice: 'hold-up', mark: 1 })
    pass(1_200)
    want()
    pass(100)
    want({ voice: 'hold-up', mark: 2 })
    expect(starts(pass(500))[0]).toBe(0)
  })
  it('does not bring a flood round forward, however often hold-ups come between', () => {
    const { want, pass, begun } = desk()
    for (let turn = 0; turn < 5; turn++) {
      want({ voice: 'flood', mark: 0 })
      pass(3_000)
      want({ voice: 'hold-up', mark: turn }, { voice: 'flood', mark: 0 })
      pass(2_000)
    }
    expect(begun.filter((voice) => voice === 'flood')).toHaveLength(1)
  })
})

describe('what sounds once', () => {
  it('sounds once for each new alarm of priority 3', () => {
    const { want, pass } = desk()
    want({ voice: 'priority-3', mark: 7 })
    expect(pitches(pass(20_000))).toEqual([440])
    want({ voice: 'priority-3', mark: 9 })
    expect(pitches(pass(20_000))).toEqual([440])
  })
  it('leaves the word to what is less grave once it was heard', () => {
    const { want, pass, begun } = desk()
    want('priority-3', 'overdue')
    pass(1_000)
    expect(begun).toEqual(['priority-3', 'overdue'])
  })
  it('is heard after the hold-up that cut it off', () => {
    const { want, pass, begun } = desk()
    want('priority-3')
    pass(40)
    want('hold-up', 'priority-3')
    pass(2_000)
    want('priority-3')
    pass(1_000)
    expect(begun).toEqual(['priority-3', 'hold-up', 'priority-3'])
  })
  it('of an escalation rises, and then the alarm itself sounds', () => {
    const { want, pass } = desk()
    want({ voice: 'escalation', mark: 3 }, 'priority-1')
    expect(pitches(pass(1_400))).toEqual([520, 660, 780, 780, 780])
  })
})

describe('the test of a desk', () => {
  it('sounds once, and says when the device has taken it', () => {
    const { sequencer, pass, tested } = desk()
    sequencer.test()
    expect(pitches(pass(150))).toEqual([990])
    expect(tested()).toBe(0)
    pass(100)
    expect(tested()).toBe(1)
    expect(heardIn(pass(5_000))).toEqual([])
  })
  it('gives way to an alarm, which proves the device as well', () => {
    const { sequencer, pass, tested, want, begun } = desk()
    sequencer.test()
    pass(40)
    want('hold-up')
    pass(100)
    expect(tested()).toBe(1)
    expect(begun).toEqual(['test', 'hold-up'])
  })
})
