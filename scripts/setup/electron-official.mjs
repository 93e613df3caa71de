import { existsSync } from 'node:fs'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { folderBytes } from './folder-bytes.mjs'
import { electronCache, root } from './paths.mjs'
import { run } from './run.mjs'
import { progress } from './say.mjs'

const home = join(root, 'node_modules', 'electron')

/**
 * A blocked host often swallows packets without an answer: this long without one byte, and we give
 * up.
 */
const silenceMs = 20_000
const lookEveryMs = 500

/**
 * @returns {Promise<string | undefined>} the executable of the official build, when it is there in
 * the installed version
 */
export const officialExecutable = async () => {
  const read = (...path) => readFile(join(home, ...path), 'utf8').catch(() => undefined)
  const [manifest, version, executable] = await Promise.all([
    read('package.json'),
    read('dist', 'version'),
    read('path.txt'),
  ])
  if (manifest === undefined || version === undefined || executable === undefined) return undefined
  if (version.trim().replace(/^v/, '') !== JSON.parse(manifest).version) return undefined
  const path = join(home, 'dist', executable.trim())
  return existsSync(path) ? path : undefined
}

/** Stops the download when nothing has arrived for a while. */
const guard = (folders, stop, onSilence) => {
  const bar = progress('downloading Electron', undefined)
  let seen = 0
  let since = Date.now()
  const timer = setInterval(async () => {
    const bytes = (await Promise.all(folders.map(folderBytes))).reduce((sum, part) => sum + part, 0)
    if (bytes !== seen) {
      seen = bytes
      since = Date.now()
      bar.show(bytes)
    } else if (Date.now() - since > silenceMs) {
      onSilence()
      stop()
    }
  }, lookEveryMs)
  return () => {
    clearInterval(timer)
    bar.end()
  }
}

/** @param {string} said @returns {string} the one line of a stack trace that names the cause */
export const reasonOf = (said) => {
  // Node's fetch says no more than this when a name does not resolve or nobody answers.
  if (said.includes('fetch failed')) return 'its host cannot be reached'
  const lines = said.split('\n').map((line) => line.trim())
  const cause =
    lines.find((line) => /\b(E[A-Z]{4,}|HTTP|status|certificate)/.test(line)) ??
    lines.find((line) => line !== '')
  return (cause ?? 'no reason given')
    .replace(/^(\w*Error|Caused by|\[?cause\]?):?\s*/, '')
    .slice(0, 160)
}

/**
 * Lets the electron package fetch its own build; it honours ELECTRON_MIRROR.
 * @returns {Promise<{ executable?: string, reason: string }>}
 */
export const downloadOfficial = async () => {
  // A temporary folder of its own, so that the bytes arriving can be seen.
  const temporary = join(electronCache, 'arriving')
  await rm(temporary, { recursive: true, force: true })
  await mkdir(temporary, { recursive: true })
  let silent = false
  let stopGuard = () => {}
  const fetched = await run(process.execPath, [join(home, 'install.js')], {
    cwd: home,
    env: {
      ...process.env,
      TMPDIR: temporary,
      TEMP: temporary,
      TMP: temporary,
      ELECTRON_GET_NO_PROGRESS: '1',
    },
    onStart: (stop) => {
      stopGuard = guard([temporary, join(home, 'dist')], stop, () => {
        silent = true
      })
    },
  })
  stopGuard()
  await rm(temporary, { recursive: true, force: true })
  const executable = fetched.code === 0 ? await officialExecutable() : undefined
  if (executable !== undefined) return { executable, reason: '' }
  return { reason: silent ? `nothing arrived for ${silenceMs / 1000} s` : reasonOf(fetched.said) }
}
