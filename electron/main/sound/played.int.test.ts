import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { steadyClock } from '../../../node/steady-clock'
import { wavSamples } from '../../../shared/sound/wav'
import { heardIn } from '../../../shared/testing/tones'
import { outputsOf } from './outputs'
import { createSoundServer } from './serve-sound'
import type { SoundReport } from './sound-words'

const library = join(import.meta.dirname, '../../../node_modules/@echogarden/audio-io')
/** ALSA's own file device takes the samples as fast as they come: the test must end soon. */
const toAlsaFile = process.platform === 'linux' && existsSync(library)

let folder: string
let stop = async () => {}
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'navbatchi-sound-'))
})
afterEach(async () => {
  await stop()
  rmSync(folder, { recursive: true })
})

function start(file?: string) {
  const reports: SoundReport[] = []
  const server = createSoundServer({
    clock: steadyClock,
    outputs: outputsOf(steadyClock, file),
    post: (report) => reports.push(report),
  })
  stop = server.stop
  return { server, reports }
}
const samplesOf = (file: string) => wavSamples(readFileSync(file))
const until = (what: () => boolean) =>
  expect.poll(what, { timeout: 10_000, interval: 10 }).toBe(true)

describe('what was played into a file', () => {
  it('has the tones of a hold-up, and its pause, in the time they take', async () => {
    const file = join(folder, 'played.wav')
    const { server } = start(file)
    server.take({ type: 'want', wanted: [{ voice: 'hold-up', mark: 1 }] })
    const round = 2 * 48_000
    await until(() => existsSync(file) && samplesOf(file).length > round + 30_000)
    const heard = heardIn(samplesOf(file))
    expect(heard.slice(0, 5).map(({ hz }) => hz)).toEqual([880, 1_180, 880, 1_180, 880])
    const [first, , , , again] = heard
    expect((again?.at ?? 0) - (first?.at ?? 0)).toBe(2_000)
  })
})

describe.runIf(toAlsaFile)('what reaches the sound system of Linux', () => {
  const usual = process.env.ALSA_CONFIG_PATH
  afterEach(() => {
    if (usual === undefined) delete process.env.ALSA_CONFIG_PATH
    else process.env.ALSA_CONFIG_PATH = usual
  })
  it('is the sound of fire, through the same library as at a desk', async () => {
    const [file, config] = [join(folder, 'alsa.wav'), join(folder, 'asound.conf')]
    writeFileSync(
      config,
      `pcm.!default { type file file "${file}" format wav slave.pcm { type null } }`,
    )
    process.env.ALSA_CONFIG_PATH = config
    const { server, reports } = start()
    server.take({ type: 'volume', volume: 100 })
    server.take({ type: 'want', wanted: [{ voice: 'fire', mark: 1 }] })
    await until(() => reports.filter(({ type }) => type === 'begun').length > 1)
    expect(reports).toContainEqual({ type: 'device', device: { phase: 'ready', name: 'system' } })
    await stop()
    // The library ends on a thread of its own, and the file is written when it does.
    await until(() => statSync(file).size > 0)
    const played = samplesOf(file)
    const from = played.findIndex((sample) => sample !== 0)
    const heard = heardIn(played.subarray(from, from + 5 * 48_000))
    expect(heard.slice(0, 4).map(({ hz }) => hz)).toEqual([660, 660, 660, 660])
    expect(heard.slice(0, 4).map(({ at }) => at)).toEqual([0, 700, 1_400, 3_400])
    expect(heard.slice(0, 3).map(({ ms }) => ms)).toEqual([500, 500, 500])
  })
})
