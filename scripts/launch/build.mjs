import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { electronEnvironment } from '../setup/electron-runtime.mjs'
import { withLock } from '../setup/lock.mjs'
import { cache, root } from '../setup/paths.mjs'
import { lastLines, run } from '../setup/run.mjs'
import { SetupError } from '../setup/say.mjs'

const sources = ['electron', 'renderer', 'shared', 'hub', 'node', 'resources']
const files = ['electron.vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.base.json']
const note = join(cache, 'build.txt')
const result = join(root, 'out', 'main', 'index.js')

/**
 * The script behind a package's command: run with Node itself it works on every system alike.
 * @param {string} name
 * @param {string} [command]
 */
export const commandOf = (name, command = name.replace(/^.*\//, '')) => {
  const require = createRequire(join(root, 'package.json'))
  const home = join(root, 'node_modules', name)
  const { bin } = require(join(home, 'package.json'))
  return join(home, typeof bin === 'string' ? bin : bin[command])
}

const isSource = (path) => !/\.test\.tsx?$/.test(path)

/** Sizes and dates tell as much as contents, and cost a hundredth. @returns {Promise<string>} */
const sourceStamp = async () => {
  const listed = await Promise.all(
    sources.map(async (folder) => {
      const entries = await readdir(join(root, folder), {
        recursive: true,
        withFileTypes: true,
      }).catch(() => [])
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    }),
  )
  const paths = [...listed.flat().filter(isSource), ...files.map((file) => join(root, file))].sort()
  const lines = await Promise.all(
    paths.map(async (path) => {
      // An editor may be replacing the file this instant.
      const entry = await stat(path).catch(() => undefined)
      return `${relative(root, path)} ${entry?.size} ${entry?.mtimeMs}`
    }),
  )
  return createHash('sha256').update(lines.join('\n')).digest('hex')
}

const isFresh = async (stamp) =>
  existsSync(result) && (await readFile(note, 'utf8').catch(() => '')) === stamp

/**
 * Builds, whatever was built before; two builds do not write over each other.
 * @param {() => Promise<number>} runBuild resolves with the exit code
 * @returns {Promise<number>} the same
 */
export const buildAnew = (runBuild) =>
  withLock(async () => {
    // Taken before: a source that changes meanwhile must be built again.
    const stamp = await sourceStamp()
    await rm(note, { force: true })
    const code = await runBuild()
    if (code === 0) {
      await mkdir(dirname(note), { recursive: true })
      await writeFile(note, stamp)
    }
    return code
  }, 'build')

/** @returns {readonly string[]} command line of Node */
export const buildCommand = () => [commandOf('electron-vite'), 'build']

/**
 * Builds the console when it is older than its sources.
 * @param {() => void} onBuild told when there is something to build
 * @throws {SetupError}
 */
export const ensureBuilt = async (onBuild) => {
  if (await isFresh(await sourceStamp())) return
  onBuild()
  let words = ''
  const code = await buildAnew(async () => {
    const built = await run(process.execPath, buildCommand(), {
      cwd: root,
      env: { ...process.env, ...electronEnvironment() },
    })
    words = built.said
    return built.code
  })
  if (code !== 0) throw new SetupError(`The build failed:\n${lastLines(words, 20)}`)
}
