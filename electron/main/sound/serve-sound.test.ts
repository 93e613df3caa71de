import { describe, expect, it } from 'vitest'
import { heardIn, peakOf } from '../../../shared/testing/tones'
import { createManualClock } from '../../../shared/timeline/manual-clock'
import { createFakeOutput } from './fake-output'
import type { OutputDevice } from './output-device'
import { createSoundServer } from './serve-sound'
import type { SoundReport } from './sound-words'

const turn = async () => {
  for (let step = 0; step < 20; step++) await Promise.resolve()
}

async function process(outputs?: (usual: OutputDevice) => readonly OutputDevice[], present = true) {
  const clock = createManualClock(1_000)
  const fake = createFakeOutput(clock)
  fake.device.present = present
  const reports: SoundReport[] = []
  const server = createSoundServer({
    clock,
    outputs: outputs?.(fake.output) ?? [fake.output],
    post: (report) => reports.push(report),
  })
  await turn()
  const main = { beats: true }
  const pass = async (ms: number) => {
    for (let passed = 0; passed < ms; passed += 10) {
      if (main.beats && passed % 1_000 === 0) server.take({ type: 'beat' })
      clock.advance(10)
      await turn()
    }
  }
  const want = (voice: string, mark = 1) => server.take({ type: 'want', wanted: [{ voice, mark }] })
  const pitches = () => heardIn(fake.heard()).map(({ hz }) => hz)
  return { clock, ...fake, reports, server, main, pass, want, pitches }
}

describe('the sound process', () => {
  it('plays silence until something is wanted, so that a device that goes is noticed', async () => {
    const { pass, pitches, reports } = await process()
    await pass(500)
    expect(reports).toEqual([{ type: 'device', device: { phase: 'ready', name: 'fake' } }])
    expect(pitches()).toEqual([])
  })
  it('goes on sounding a hold-up for as long as nobody answers it', async () => {
    const { pass, want, pitches } = await process()
    want('hold-up')
    await pass(20_000)
    expect(pitches().length).toBeGreaterThanOrEqual(36)
  })
  it('is as loud as the desk is set, and takes no volume below the floor', async () => {
    const { pass, want, server, heard } = await process()
    server.take({ type: 'volume', volume: 40 })
    want('hold-up')
    await pass(400)
    expect(peakOf(heard())).toBeGreaterThan(0.25)
    expect(() => server.take({ type: 'volume', volume: 10 })).toThrow()
  })
})

describe('a main process that falls silent', () => {
  it('is said by a sound of its own, and what was wanted sounds again when it speaks', async () => {
    const { main, pass, want, heard, pitches } = await process()
    want('hold-up')
    await pass(1_000)
    main.beats = false
    await pass(6_500)
    heard()
    await pass(3_000)
    expect(new Set(pitches())).toEqual(new Set([330, 220]))
    main.beats = true
    await pass(100)
    heard()
    await pass(2_000)
    expect(new Set(pitches())).toEqual(new Set([880, 1_180]))
  })
})

describe('a device', () => {
  it('that was pulled out is said at once, and is found again by itself', async () => {
    const { device, pass, want, reports, heard, pitches } = await process()
    await pass(100)
    device.pull('unplugged')
    expect(reports.at(-1)).toEqual({
      type: 'device',
      device: { phase: 'missing', reason: 'unplugged' },
    })
    want('hold-up')
    await pass(2_000)
    heard()
    device.present = true
    await pass(20_000)
    expect(pitches()).toContain(880)
  })
  it('that stops drawing samples is given up and opened anew', async () => {
    let opened = 0
    const stuck: OutputDevice = {
      name: 'stuck',
      open: async () => {
        opened += 1
        return { close: async () => {} }
      },
    }
    const { pass, reports } = await process(() => [stuck])
    await pass(5_000)
    expect(reports).toContainEqual({
      type: 'device',
      device: { phase: 'missing', reason: 'The device has stopped' },
    })
    expect(opened).toBeGreaterThan(1)
  })
  it('that cannot be had is passed over for the next way to sound', async () => {
    const none: OutputDevice = { name: 'none', open: () => Promise.reject(new Error('no library')) }
    const { pass, want, pitches } = await process((usual) => [none, usual])
    want('fire')
    await pass(600)
    expect(pitches()).toEqual([660])
  })
  it('is looked for at once when an alarm comes', async () => {
    const { device, pass, want, pitches } = await process(undefined, false)
    await pass(30_000)
    device.present = true
    want('hold-up')
    await pass(200)
    expect(pitches()).toEqual([880])
  })
})

describe('a test', () => {
  it('is passed when the device has taken the sound', async () => {
    const { server, pass, pitches, reports } = await process()
    server.take({ type: 'test' })
    await pass(400)
    expect(pitches()).toEqual([990])
    expect(reports.at(-1)).toEqual({ type: 'tested', reason: null })
  })
  it('is failed where there is no device, with the reason', async () => {
    const { server, pass, reports } = await process(undefined, false)
    await pass(100)
    server.take({ type: 'test' })
    await pass(100)
    expect(reports).toContainEqual({ type: 'tested', reason: 'no such device' })
  })
  it('looks for the device anew: what was plugged in a moment ago is heard', async () => {
    const { device, server, pass, reports } = await process(undefined, false)
    await pass(20_000)
    device.present = true
    server.take({ type: 'test' })
    await pass(400)
    expect(reports.at(-1)).toEqual({ type: 'tested', reason: null })
  })
})
