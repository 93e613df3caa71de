import { setTimeout as wait } from 'node:timers/promises'
import { spawnOwned } from './owned.mjs'

/**
 * @typedef {{ pid: number | undefined, ended: Promise<number>, stop: (patienceMs: number) =>
 * Promise<void> }} Child
 */

const ownGroup = process.platform !== 'win32'

/**
 * Starts a program in a process group of its own, so that we decide in which order things end.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, onOut?: (bytes: Buffer) => void, onErr?: (bytes: Buffer) => void }} options
 *   without onOut and onErr the program writes to our own output
 * @returns {Child} `ended` resolves with the exit code, 128 when a signal ended it, 127 when it could not be started
 */
export const startChild = (command, args, { cwd, env, onOut, onErr }) => {
  const child = spawnOwned(command, args, {
    cwd,
    env,
    detached: ownGroup,
    stdio: [onOut === undefined ? 'inherit' : 'pipe', onErr === undefined ? 'inherit' : 'pipe'],
  })
  let over = false
  child.stdout?.on('data', (bytes) => onOut?.(bytes))
  child.stderr?.on('data', (bytes) => onErr?.(bytes))
  const ended = new Promise((done) => {
    child.once('error', (error) => {
      onErr?.(Buffer.from(`${error.message}\n`))
      done(127)
    })
    child.once('close', (code) => done(code ?? 128))
  }).then((code) => {
    over = true
    return /** @type {number} */ (code)
  })
  const killAll = () => {
    try {
      if (ownGroup && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
      else child.kill('SIGKILL')
    } catch {
      // The group is gone already.
    }
  }
  // When we die, what we started is not left behind.
  process.once('exit', killAll)
  ended.then(() => process.removeListener('exit', killAll))
  const stop = async (patienceMs) => {
    if (over) return
    child.kill('SIGTERM')
    await Promise.race([ended, wait(patienceMs, undefined, { ref: false })])
    if (!over) killAll()
    await ended
  }
  return { pid: child.pid, ended, stop }
}

/**
 * Cuts a byte stream into lines.
 * @param {(line: string) => void} onLine
 * @returns {(bytes: Buffer) => void}
 */
export const byLine = (onLine) => {
  const decoder = new TextDecoder()
  let rest = ''
  return (bytes) => {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split(/\r?\n/)
    rest = lines.pop() ?? ''
    for (const line of lines) onLine(line)
  }
}
