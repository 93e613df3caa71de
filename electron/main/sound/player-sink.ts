import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { sampleRate } from '../../../shared/sound/synthesis'
import type { OpenSink } from './paced-output'

/** A player without a device exits within this time, ms. */
const settles = 300
/** Unread bytes after which a player counts as stuck: two seconds of sound. */
const mostWaiting = sampleRate * 2 * 2

export interface Player {
  readonly program: string
  readonly words: readonly string[]
}

const rate = String(sampleRate)
/** For Linux only: on Windows and macOS the system's own interface is always available. */
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
    // Pending input is lost when the player ends; its exit gives the reason.
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
