// `npm start`: builds what is out of date and opens the console; with a hub of its own it also starts the simulated panels and cars.
import { createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { ensureDisplay } from './display.mjs'
import { ensureBuilt } from './launch/build.mjs'
import { byLine, startChild } from './launch/child.mjs'
import {
  electronArguments,
  inWords,
  isChromiumNoise,
  readMessage,
  simulatorArguments,
} from './launch/console.mjs'
import { readStartOptions, usage } from './launch/options.mjs'
import { sandboxProblem } from './launch/sandbox.mjs'
import { electronEnvironment, electronExecutable } from './setup/electron-runtime.mjs'
import { root } from './setup/paths.mjs'
import { SetupError } from './setup/say.mjs'

const dataDirectory = join(root, '.data')
const logFile = join(dataDirectory, 'navbatchi.log')
const keptLines = 12

/**
 * The hub closes its journal and the window its local copy; a stuck one must not hold up the
 * terminal for longer.
 */
const consolePatienceMs = 10_000
const simulatorPatienceMs = 3_000

const tell = (sentence) => console.log(sentence)

/** Everything the programs say goes to a file; the last lines are kept to explain a failure. */
const openLog = () => {
  mkdirSync(dataDirectory, { recursive: true })
  const file = createWriteStream(logFile)
  // A full disk must not end the console.
  file.on('error', () => undefined)
  const last = []
  const add = (from) => (line) => {
    if (line.trim() === '') return
    file.write(`${from} ${line}\n`)
    if (isChromiumNoise(line)) return
    last.push(line)
    if (last.length > keptLines) last.shift()
  }
  return { add, last: () => last.map(inWords) }
}

const startSimulator = (ready, options, log) => {
  let last = ''
  const keep = byLine((line) => {
    log.add('simulator')(line)
    if (line.trim() !== '') last = line
  })
  const child = startChild(process.execPath, simulatorArguments(ready, options), {
    cwd: root,
    env: process.env,
    onOut: keep,
    onErr: keep,
  })
  tell(
    `Simulated panels and cars are at work: ${options.rate} signals a second, some of them alarms.`,
  )
  return { ...child, last: () => inWords(last) }
}

const openConsole = async (options, onMessage, log) => {
  const executable = electronExecutable()
  await ensureBuilt(() => tell('Building the console (the sources have changed).'))
  const display = await ensureDisplay()
  if (display.virtual) {
    tell(
      'There is no display here: the console runs in a virtual one, and a screenshot will be written once the first alarm is on it.',
    )
  }
  const problem = await sandboxProblem(executable)
  if (problem !== undefined) tell(`Electron runs without its sandbox, since ${problem}.`)
  const screenshot =
    options.screenshot ??
    (display.virtual ? join(dataDirectory, 'navbatchi-first-alarm.png') : undefined)
  const data = options.data ?? (options.hub === undefined ? dataDirectory : undefined)
  const args = electronArguments({ ...options, screenshot, data }, problem === undefined)
  // Some editors' terminals set this, and Electron would then be a plain Node.
  const { ELECTRON_RUN_AS_NODE: _, ...environment } = process.env
  const child = startChild(executable, args, {
    cwd: root,
    env: { ...environment, ...electronEnvironment(executable), ...display.env },
    onOut: byLine((line) => {
      const message = readMessage(line)
      if (message === undefined) log.add('console')(line)
      else onMessage(message)
    }),
    onErr: byLine(log.add('console')),
  })
  return { child, display }
}

/** Resolves when the person asks for the end. */
const endAsked = () =>
  new Promise((asked) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => asked('asked'))
  })

const watchSimulator = async (simulator, ending) => {
  await simulator.ended
  if (!ending())
    tell(`The simulator has stopped (${simulator.last()}). The console goes on without it.`)
}

const farewell = ({ code, ready, reason }, log) => {
  if (code === 0) {
    tell('The console is closed.')
    return
  }
  const what = ready
    ? `The console ended with an error (code ${code}).`
    : `The console did not start (code ${code}).`
  if (reason !== undefined) {
    console.error(`${what} ${reason}`)
    return
  }
  console.error(
    `${what} Its last words:\n${log
      .last()
      .map((line) => `  | ${line}`)
      .join('\n')}\nAll of it: ${logFile}`,
  )
}

/** @returns {Promise<number>} exit code */
const runConsole = async (options) => {
  const log = openLog()
  const asked = endAsked()
  let ready = false
  let ending = false
  let reason
  let simulator
  const onMessage = (message) => {
    if (message.screenshot !== undefined) {
      tell(`The first alarm was on screen; this is how it looked: ${message.screenshot}`)
      tell('The console goes on running. Ctrl+C ends it.')
    }
    if (message.waiting !== undefined) tell(message.waiting)
    if (message.failed !== undefined) reason = message.failed
    if (message.ready !== true || ready) return
    ready = true
    tell(readySentence(message, options))
    if (options.hub === undefined && options.simulator && message.http !== undefined && !ending) {
      simulator = startSimulator(message, options, log)
      watchSimulator(simulator, () => ending)
    }
  }
  const { child, display } = await openConsole(options, onMessage, log)
  const outcome = await Promise.race([asked, child.ended])
  ending = true
  if (outcome === 'asked') tell('Closing the console.')
  await simulator?.stop(simulatorPatienceMs)
  await child.stop(consolePatienceMs)
  await display.stop()
  // Ended on request: however it ended, that is what was wanted.
  const code = outcome === 'asked' ? 0 : await child.ended
  farewell({ code, ready, reason }, log)
  return code
}

const readySentence = (message, options) => {
  if (options.hub !== undefined)
    return `The console is open on the hub at ${options.hub}. Ctrl+C ends it.`
  const panels =
    message.dc09?.tcp === undefined ? '' : `, alarm panels at 127.0.0.1:${message.dc09.tcp}`
  return `The console is open. Its hub listens at ${message.http}${panels}; data are in ${message.data}. Ctrl+C ends it.`
}

const main = async () => {
  const options = readStartOptions(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd())
  if ('problem' in options) throw new SetupError(`${options.problem}\n\n${usage}`)
  if (options.help) tell(usage)
  else process.exitCode = await runConsole(options)
}

main().catch((error) => {
  console.error(
    error instanceof SetupError
      ? error.message
      : `The console could not be started: ${error?.message ?? error}`,
  )
  process.exitCode = 1
})
