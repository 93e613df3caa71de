import { setTimeout as wait } from 'node:timers/promises'
import { spawnOwned } from './launch/owned.mjs'
import { SetupError } from './setup/say.mjs'

/** What a duty officer's screen shows; screenshots and end-to-end tests are made for it. */
const screen = '1920x1080x24'
const startWithinMs = 15_000
const endWithinMs = 3_000

/**
 * @typedef {object} Display
 * @property {boolean} virtual
 * @property {Record<string, string>} env to be merged into a program's environment
 * @property {() => Promise<void>} stop ends the virtual display; nothing to do for a real one
 */

const hasDisplay = () =>
  process.platform !== 'linux' ||
  Boolean(process.env.DISPLAY) ||
  Boolean(process.env.WAYLAND_DISPLAY)

const missing = 'Xvfb, which stands in for a display, does not start here. Run: npm run setup'

/**
 * Xvfb writes the number of the display it took to the descriptor it was given, once it is ready.
 */
const displayNumber = (server) =>
  new Promise((found, failed) => {
    let said = ''
    let complaint = ''
    const timer = setTimeout(() => failed(new SetupError(`${missing} (no answer)`)), startWithinMs)
    server.stdio[3].on('data', (bytes) => {
      said += bytes
      if (!said.includes('\n')) return
      clearTimeout(timer)
      found(said.trim())
    })
    server.stderr.on('data', (bytes) => {
      complaint = `${complaint}${bytes}`.slice(-500)
    })
    server.once('error', (error) => {
      clearTimeout(timer)
      failed(new SetupError(`${missing} (${error.message})`))
    })
    server.once('exit', () => {
      clearTimeout(timer)
      failed(new SetupError(`${missing}\n${complaint.trim()}`))
    })
  })

const startVirtual = async () => {
  const server = spawnOwned(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp', '-noreset'],
    {
      cwd: process.cwd(),
      env: process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      // In a group of its own, so that Ctrl+C reaches the console first and the display last.
      detached: true,
    },
  )
  const end = () => server.kill('SIGTERM')
  process.once('exit', end)
  const stop = async () => {
    process.removeListener('exit', end)
    if (server.exitCode !== null || server.signalCode !== null || server.pid === undefined) return
    const ended = new Promise((done) => server.once('exit', done))
    end()
    await Promise.race([ended, wait(endWithinMs, undefined, { ref: false })])
    server.kill('SIGKILL')
  }
  try {
    const number = await displayNumber(server)
    // A Wayland socket of someone else's session must not win over the display we made.
    return { virtual: true, env: { DISPLAY: `:${number}`, XDG_SESSION_TYPE: 'x11' }, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/**
 * The display of this machine or, on a Linux without one, a virtual display.
 * @returns {Promise<Display>}
 * @throws {SetupError} when there is neither
 */
export const ensureDisplay = async () =>
  hasDisplay() ? { virtual: false, env: {}, stop: async () => undefined } : startVirtual()

/**
 * @template T
 * @param {(display: Display) => Promise<T>} work
 * @returns {Promise<T>}
 */
export const withDisplay = async (work) => {
  const display = await ensureDisplay()
  try {
    return await work(display)
  } finally {
    await display.stop()
  }
}
