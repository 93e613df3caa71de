import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { sampleRate } from '../../../shared/sound/synthesis'
import type { OpenSink } from './paced-output'

/** A player that has no device ends within this time, ms. */
const settles = 300
/** Bytes a player may leave lying before it counts as stuck: two seconds. */
const mostWaiting = sampleRate * 2 * 2

/** A program of the system that plays what comes on its standard input. */
export interface Player {
  readonly program: string
  readonly words: readonly string[]
}

const rate = String(sampleRate)
/** For Linux alone: on Windows and macOS the system's own interface is always there. */
export const players: readonly Player[] = [
  { program: 'paplay', words: ['--raw', `--rate=${rate}`, '--channels=1', '--format=s16le'] },
  { program: 'aplay', words: ['-q', '-t', 'raw', '-f', 'S16_LE', '-r', rate, '-c', '1'] },
]

export const playerSink =
  ({ program, words }: Player): OpenSink =>
  async (onGone) => {
    const child = spawn(program, [...words], { stdio: ['pipe', 'ignore', 'pipe'] })
    let said = ''
    child.stderr.on('data', (text) => {
      said = String(text).trim().slice(0, 200)
    })
    // What it was still to be told is lost with it; its end says why.
    child.stdin.on('error', () => {})
    const ended = new Promise<string>((resolve) => {
      child.once('error', (error) => resolve(error.message))
      child.once('exit', (code) => resolve(said || `${program} ended with ${code}`))
    })
    const early = await Promise.race([ended, settled()])
    if (early !== null) throw new Error(early)
    let closing = false
    void ended.then((reason) => closing || onGone(reason))
    return {
      write(pcm) {
        if (child.stdin.writableLength < mostWaiting) child.stdin.write(pcm)
        else child.kill()
      },
      async close() {
        closing = true
        if (child.exitCode !== null || child.signalCode !== null) return
        child.kill()
        await once(child, 'exit')
      },
    }
  }

const settled = (): Promise<null> =>
  new Promise((resolve) => setTimeout(() => resolve(null), settles))
