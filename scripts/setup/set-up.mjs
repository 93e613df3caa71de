import { describeRuntime, ensureElectron, readyElectron } from './electron-runtime.mjs'
import { withLock } from './lock.mjs'
import { installPackages, packagesProblem } from './packages.mjs'
import { SetupError, say } from './say.mjs'
import { ensureSystem, systemIsReady } from './system.mjs'

const usage = `Usage: node scripts/setup.mjs [--node-only]
Makes this checkout ready to run. --node-only: npm packages alone, no Electron.`

const packages = async () => {
  const problem = await packagesProblem()
  if (problem === undefined) return
  say(`installing npm packages (${problem})`)
  await installPackages()
}

/**
 * @returns {Promise<string | undefined>} the Electron executable, when nothing at all is left to do
 */
const readyAlready = async () => {
  if ((await packagesProblem()) !== undefined) return undefined
  const executable = await readyElectron()
  if (executable === undefined || !(await systemIsReady(executable))) return undefined
  return ensureElectron()
}

/** @param {{ nodeOnly: boolean }} options */
const setUp = async ({ nodeOnly }) => {
  if (nodeOnly) {
    if ((await packagesProblem()) !== undefined) await withLock(packages)
    return
  }
  const ready = await readyAlready()
  const executable =
    ready ??
    (await withLock(async () => {
      await packages()
      const found = await ensureElectron()
      await ensureSystem(found)
      return found
    }))
  say(`ready, with ${await describeRuntime(executable)}`)
}

/** @param {readonly string[]} words */
export const setUpFromCommandLine = async (words) => {
  if (words.includes('--help') || words.includes('-h')) {
    console.log(usage)
    return
  }
  const unknown = words.find((word) => word !== '--node-only')
  try {
    if (unknown !== undefined) throw new SetupError(`there is no option ${unknown}.\n${usage}`)
    await setUp({ nodeOnly: words.includes('--node-only') })
  } catch (error) {
    console.error(`setup: ${explain(error)}`)
    process.exitCode = 1
  }
}

const plain = {
  ENOSPC: 'the disk is full: make room, then run this again.',
  EACCES: 'this folder may not be written to: run it as the user who owns the checkout.',
  EROFS: 'this folder is read-only: set up in a writable copy of the checkout.',
}

/** @param {unknown} error */
const explain = (error) => {
  if (error instanceof SetupError) return error.message
  const known = plain[/** @type {{ code?: string }} */ (error)?.code ?? '']
  const message = error instanceof Error ? error.message : String(error)
  return known === undefined
    ? `${message}. Run this again; if it repeats, delete .cache and node_modules first.`
    : `${known} (${message})`
}
