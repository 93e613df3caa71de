import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import {
  fallbackExecutable,
  fallbackFits,
  fallbackVersion,
  makeFallback,
  refreshStandIn,
} from './electron-fallback.mjs'
import { downloadOfficial, officialExecutable } from './electron-official.mjs'
import { electronCache, root } from './paths.mjs'
import { SetupError, say } from './say.mjs'

const note = join(electronCache, 'path.txt')
const failureNote = join(electronCache, 'official-failed.json')

/** An unreachable host stays so for a while; without this every start would wait for it again. */
const retryAfterMs = 12 * 3600_000

const isExecutable = (path) => {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/** @param {string} folder a distribution folder of Electron @returns {string | undefined} */
const executableIn = (folder) =>
  ['electron', 'electron.exe', 'Electron.app/Contents/MacOS/Electron']
    .map((name) => resolve(root, folder, name))
    .find(isExecutable)

const overridden = () => {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (folder === undefined || folder === '') return undefined
  const executable = executableIn(folder)
  if (executable !== undefined) return executable
  throw new SetupError(
    `ELECTRON_OVERRIDE_DIST_PATH names ${folder}, which holds no executable called "electron". Correct it or unset it.`,
  )
}

/**
 * The Electron the set-up has chosen.
 * @returns {string} absolute path of the executable
 * @throws {SetupError} when there is none yet
 */
export const electronExecutable = () => {
  const given = overridden()
  if (given !== undefined) return given
  const noted = existsSync(note) ? readFileSync(note, 'utf8').trim() : ''
  if (noted !== '' && isExecutable(noted)) return noted
  throw new SetupError('There is no Electron runtime yet. Run: npm run setup')
}

const insideMacBundle = '/Electron.app/Contents/MacOS/Electron'
const distributionOf = (executable) =>
  executable.endsWith(insideMacBundle)
    ? executable.slice(0, -insideMacBundle.length)
    : dirname(executable)

/**
 * What a program that launches Electron by itself needs to find the chosen one.
 * @param {string} [executable]
 * @returns {Record<string, string>}
 */
export const electronEnvironment = (executable = electronExecutable()) => ({
  ELECTRON_OVERRIDE_DIST_PATH: distributionOf(executable),
  ELECTRON_EXEC_PATH: executable,
  NAVBATCHI_ELECTRON: executable,
})

const wantedVersion = async () =>
  JSON.parse(await readFile(join(root, 'node_modules', 'electron', 'package.json'), 'utf8')).version

/**
 * What a failure is remembered for: with another version or another mirror it is worth trying
 * again.
 */
const sourceOf = (version) =>
  `${version} ${process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? 'default'}`

const failedLately = async (source) => {
  const last = await readFile(failureNote, 'utf8')
    .then(JSON.parse)
    .catch(() => undefined)
  return last?.source === source && Date.now() - last.at < retryAfterMs && last.at <= Date.now()
}

const makeOne = async () => {
  const version = await wantedVersion()
  const source = sourceOf(version)
  if (!(fallbackFits && (await failedLately(source)))) {
    say(`fetching Electron ${version} from its own download site`)
    const { executable, reason } = await downloadOfficial()
    if (executable !== undefined) return executable
    say(`that site did not deliver Electron (${reason})`)
    if (!fallbackFits) {
      throw new SetupError(
        `Electron ${version} could not be fetched. Set ELECTRON_MIRROR to a mirror you can reach, ` +
          'or ELECTRON_OVERRIDE_DIST_PATH to a folder that holds a ready Electron, and run this again.',
      )
    }
    await writeFile(failureNote, JSON.stringify({ source, at: Date.now(), reason }))
  }
  return (await fallbackExecutable()) ?? (await makeFallback())
}

const keep = async (executable) => {
  await mkdir(dirname(note), { recursive: true })
  if ((await readFile(note, 'utf8').catch(() => '')) === executable) return
  await writeFile(`${note}.${process.pid}`, executable)
  await rename(`${note}.${process.pid}`, note)
}

/**
 * The runtime that is ready now, without fetching anything.
 * @returns {Promise<string | undefined>}
 */
export const readyElectron = async () => {
  const given = overridden() ?? (await officialExecutable())
  if (given !== undefined) return given
  const version = await wantedVersion().catch(() => '')
  const source = sourceOf(version)
  return fallbackFits && (await failedLately(source)) ? fallbackExecutable() : undefined
}

/**
 * Makes an Electron runtime available: the one named by ELECTRON_OVERRIDE_DIST_PATH, else the
 * official build, else the fallback.
 * @returns {Promise<string>} absolute path of the executable
 */
export const ensureElectron = async () => {
  await mkdir(electronCache, { recursive: true })
  const given = overridden()
  if (given !== undefined) return given
  const executable = (await readyElectron()) ?? (await makeOne())
  if (executable === (await fallbackExecutable())) await refreshStandIn()
  await keep(executable)
  return executable
}

/**
 * @param {string} executable
 * @returns {Promise<string>} in words, which Electron this is and where
 */
export const describeRuntime = async (executable) => {
  if (executable === (await fallbackExecutable())) {
    return `Electron ${fallbackVersion} (the fallback runtime, for development and tests only: see SECURITY.md) at ${executable}`
  }
  const version = await readFile(join(distributionOf(executable), 'version'), 'utf8').catch(
    () => '',
  )
  return `${`Electron ${version}`.trim()} at ${executable}`
}
