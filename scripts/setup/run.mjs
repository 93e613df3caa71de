import { spawn } from 'node:child_process'
import { stripVTControlCharacters } from 'node:util'

/** How much of a program's words is kept to explain its failure. */
const keptCharacters = 20_000

/**
 * Runs a program to its end and keeps what it said.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions & { onStart?: (stop: () => void) => void }} [options]
 * @returns {Promise<{ code: number, out: string, said: string }>} `said` is stdout and stderr as they came; code -1: not started or killed
 */
export const run = (command, args, { onStart, ...options } = {}) =>
  new Promise((done) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
    let out = ''
    let said = ''
    child.stdout?.on('data', (bytes) => {
      out += bytes
      said = (said + bytes).slice(-keptCharacters)
    })
    child.stderr?.on('data', (bytes) => {
      said = (said + bytes).slice(-keptCharacters)
    })
    child.on('error', (error) => done({ code: -1, out, said: error.message }))
    child.on('close', (code) => done({ code: code ?? -1, out, said }))
    onStart?.(() => child.kill('SIGKILL'))
  })

/**
 * npm as it runs us, so that a wrapper or another version on PATH changes nothing; on Windows npm
 * is a script that needs a shell.
 */
const npmScript = process.env.npm_execpath?.endsWith('.js') ? process.env.npm_execpath : undefined
const npmCommand = npmScript === undefined ? 'npm' : process.execPath
const npmShell = npmScript === undefined && process.platform === 'win32'

/**
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export const npm = (args, options = {}) =>
  run(npmCommand, npmScript === undefined ? args : [npmScript, ...args], {
    shell: npmShell,
    ...options,
  })

/**
 * The last words of a failed program, to put behind our own sentence.
 * @param {string} said
 */
export const lastLines = (said, count = 8) =>
  stripVTControlCharacters(said)
    .trimEnd()
    .split('\n')
    // Where in the program it happened tells a user nothing.
    .filter((line) => !/^\s+at /.test(line))
    .slice(-count)
    .map((line) => `  | ${line}`)
    .join('\n')
