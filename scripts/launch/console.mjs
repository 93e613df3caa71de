import { root } from '../setup/paths.mjs'

/**
 * @typedef {import('./options.mjs').StartOptions} StartOptions
 * @typedef {{ ready?: true, http?: string, dc09?: { tcp?: number }, data?: string,
 *   screenshot?: string, failed?: string, waiting?: string }} Message what the console tells its
 *   launcher
 */

/** Enough cars for the demo region's posts. */
const simulatedTeams = 48

/**
 * @param {string} line of the console's standard output
 * @returns {Message | undefined} undefined: an ordinary line
 */
export const readMessage = (line) => {
  if (!line.startsWith('{')) return undefined
  try {
    const message = JSON.parse(line)
    const isKnown =
      message.ready === true ||
      [message.screenshot, message.failed, message.waiting].some((word) => typeof word === 'string')
    return isKnown ? message : undefined
  } catch {
    return undefined
  }
}

/**
 * A structured log line as a person reads it.
 * @param {string} line
 */
export const inWords = (line) => {
  if (!line.startsWith('{')) return line
  try {
    const { msg, err } = JSON.parse(line)
    const words = [msg, err?.message].filter((part) => typeof part === 'string' && part !== '')
    return words.length === 0 ? line : [...new Set(words)].join(': ')
  } catch {
    return line
  }
}

/**
 * Chromium complains of every service a machine without a desktop lacks; none of that explains why
 * the console ended.
 * @param {string} line
 */
export const isChromiumNoise = (line) =>
  /^\[\d+:\d{4}\/\d{6}\.\d+:(?:ERROR|WARNING|INFO):/.test(line)

const pair = (name, value) => (value === undefined ? [] : [name, String(value)])

/**
 * @param {StartOptions} options
 * @param {boolean} sandbox whether Electron can have its sandbox here
 * @returns {string[]} command line of Electron; the directory comes before our own options, as Electron's own order is
 */
export const electronArguments = (options, sandbox) => [
  ...(sandbox ? [] : ['--no-sandbox']),
  root,
  ...pair('--hub', options.hub),
  ...pair('--hub-ca', options.hubCa),
  ...pair('--hub-pin', options.hubPin),
  ...pair('--data', options.data),
  ...pair('--http-port', options.httpPort),
  ...pair('--dc09-port', options.dc09Port),
  ...pair('--screenshot', options.screenshot),
  ...pair('--language', options.language),
]

/**
 * @param {Message} ready
 * @param {Pick<StartOptions, 'rate'>} options
 * @returns {string[]} command line of Node: one process, so that ending it ends everything
 */
export const simulatorArguments = (ready, { rate }) => [
  '--import',
  'tsx',
  'scripts/simulate/main.ts',
  '--dc09',
  `127.0.0.1:${ready.dc09?.tcp}`,
  '--http',
  String(ready.http),
  '--rate',
  String(rate),
  '--teams',
  String(simulatedTeams),
]
