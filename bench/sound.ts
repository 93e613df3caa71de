import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { outputsOf } from '../electron/main/sound/outputs'
import { createSoundServer } from '../electron/main/sound/serve-sound'
import { steadyClock } from '../node/steady-clock'
import { openConsole } from '../scripts/drive/console'
import { demoRegion } from '../shared/demo/demo-region'
import { panelFrame } from './background-signals'
import { figuresOf, ratio } from './figures'
import { createHubClient } from './hub-client'
import { createLastingLine } from './lasting-line'
import { Unfinished } from './unfinished'

const probes = 60
/** ms; long enough for a sound to be answered, and for silence. */
const rest = 400
const patience = 5_000

const now = () => performance.timeOrigin + performance.now()

/** When the first sound after an instant was handed to the device that plays into `file`. */
async function firstSoundAfter(file: string, instant: number): Promise<number> {
  for (const since = now(); now() - since < patience; await sleep(5)) {
    const lines = existsSync(`${file}.times`)
      ? readFileSync(`${file}.times`, 'utf8').trim().split('\n').slice(-400)
      : []
    const times = lines.map((line) => Number(line.split(' ')[1]))
    const first = times.find((time) => time >= instant)
    if (first !== undefined) return first
  }
  throw new Error('Nothing sounded')
}

/** Commands a player directly: the time the device alone takes. */
async function playerAlone(folder: string): Promise<number[]> {
  const file = join(folder, 'floor.wav')
  const outputs = outputsOf(steadyClock, file)
  const server = createSoundServer({ clock: steadyClock, outputs, post: () => {} })
  const taken: number[] = []
  try {
    await sleep(500)
    for (let mark = 1; mark <= probes; mark++) {
      const sent = now()
      server.take({ type: 'want', wanted: [{ voice: 'hold-up', mark }] })
      taken.push((await firstSoundAfter(file, sent)) - sent)
      server.take({ type: 'want', wanted: [] })
      await sleep(rest + (mark % 10))
    }
    return taken
  } finally {
    await server.stop()
  }
}

/** Hold-ups at sites of their own, each taken and closed once it has been heard. */
async function wholeConsole(folder: string, taken: number[]): Promise<void> {
  const file = join(folder, 'played.wav')
  const env = { NAVBATCHI_SOUND_FILE: file }
  const console = await openConsole({ data: join(folder, 'data'), env })
  try {
    const hub = await createHubClient(console.ready.http)
    const line = createLastingLine(console.ready.dc09.tcp)
    await sleep(10_000)
    for (const [index, site] of demoRegion()
      .sites.slice(4_000, 4_000 + probes)
      .entries()) {
      const sent = now()
      const acknowledged = line.send(panelFrame(site.account, 'NHA01', index))
      taken.push((await firstSoundAfter(file, sent)) - sent)
      await acknowledged
      const alarmId = await hub.alarmRaisedAt(site.id)
      if (alarmId === undefined) throw new Error('The alarm is not in the journal')
      const incidentId = randomUUID()
      await hub.command({ type: 'acknowledge-alarm', alarmId, incidentId })
      const remark = 'benchmark'
      await hub.command({ type: 'close-incident', incidentId, disposition: 'test', remark })
      await sleep(rest + (index % 10))
    }
    line.close()
  } finally {
    await console.close()
  }
}

/**
 * From a panel's writing a hold-up to the hub's socket to the hand-over of its first sample to the
 * device, 30 ms before it is played; compared with a player commanded directly.
 */
export async function benchSound(): Promise<unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'navbatchi-bench-'))
  const taken: number[] = []
  const figures = () => ({ bench: 'sound', unit: 'ms', alarmToSound: figuresOf(taken) })
  try {
    const floor = figuresOf(await playerAlone(folder))
    await wholeConsole(folder, taken)
    const ratioP95 = ratio(figuresOf(taken).p95, floor.p95)
    return { ...figures(), floor, ratioP95 }
  } catch (error) {
    throw new Unfinished(figures(), error)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
