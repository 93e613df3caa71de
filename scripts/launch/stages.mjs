import { existsSync } from 'node:fs'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { withDisplay } from '../display.mjs'
import { electronEnvironment } from '../setup/electron-runtime.mjs'
import { cache, root } from '../setup/paths.mjs'
import { buildAnew, buildCommand, commandOf } from './build.mjs'
import { startChild } from './child.mjs'
import { countsOfOne, countsOfPlaywright, countsOfVitest } from './counts.mjs'

/** @typedef {import('./counts.mjs').Counts} Counts */
/**
 * @typedef {{ name: string, group: 'check' | 'unit' | 'int' | 'e2e', run: (watch: Watch) =>
 * Promise<Counts | string> }} Stage a sentence instead of counts: there is nothing to run
 */
/** @typedef {(child: import('./child.mjs').Child) => void} Watch */

/** A hung stage must not hang the whole run; the longest takes a few minutes on two cores. */
const longestStageMs = 20 * 60_000
const patienceMs = 10_000

const reports = join(cache, 'test')
const readReport = (file) =>
  readFile(file, 'utf8')
    .then(JSON.parse)
    .catch(() => undefined)

/** @returns {Promise<number>} exit code */
const node = async (watch, args, env = {}) => {
  const child = startChild(process.execPath, args, { cwd: root, env: { ...process.env, ...env } })
  watch(child)
  const timer = setTimeout(() => {
    console.error(`This stage has taken ${longestStageMs / 60_000} minutes and is ended.`)
    child.stop(patienceMs)
  }, longestStageMs)
  const code = await child.ended
  clearTimeout(timer)
  return code
}

/** @returns {Stage['run']} */
const single =
  (...args) =>
  async (watch) =>
    countsOfOne(await node(watch, args))

/** @returns {Stage['run']} */
const vitest =
  (...projects) =>
  async (watch) => {
    const report = join(reports, `${projects[0]}.json`)
    await rm(report, { force: true })
    const args = [
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ]
    const code = await node(watch, [commandOf('vitest'), ...args])
    return countsOfVitest(await readReport(report), code)
  }

/** @type {Stage['run']} */
const build = async (watch) =>
  countsOfOne(await buildAnew(() => node(watch, buildCommand(), electronEnvironment())))

const config = join('e2e', 'playwright.config.ts')
const hasEndToEndTests = async () => {
  const names = await readdir(join(root, 'e2e'), { recursive: true }).catch(() => [])
  return existsSync(join(root, config)) && names.some((name) => name.endsWith('.e2e.ts'))
}

/** @type {Stage['run']} */
const endToEnd = async (watch) => {
  if (!(await hasEndToEndTests())) return 'e2e/ holds no tests yet'
  const report = join(reports, 'e2e.json')
  await rm(report, { force: true })
  // One at a time: each opens a whole console, and their figures would disturb one another.
  const args = ['test', '-c', config, '--workers=1', '--reporter=list,json']
  return withDisplay(async (display) => {
    if (display.virtual)
      console.log(`No display here: the tests run in a virtual one (${display.env.DISPLAY}).`)
    const env = { ...electronEnvironment(), ...display.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report }
    const code = await node(watch, [commandOf('@playwright/test', 'playwright'), ...args], env)
    return countsOfPlaywright(await readReport(report), code)
  })
}

/** Biome colours its words even into a file. */
const plainWords = process.stdout.isTTY === true ? [] : ['--colors=off']

/** In this order: what fails fastest comes first. @type {readonly Stage[]} */
export const stages = [
  {
    name: 'types',
    group: 'check',
    run: (watch) => single(commandOf('typescript', 'tsc'), '-b')(watch),
  },
  {
    name: 'lint and format',
    group: 'check',
    run: (watch) =>
      single(commandOf('@biomejs/biome'), 'ci', '--error-on-warnings', ...plainWords, '.')(watch),
  },
  { name: 'unit tests', group: 'unit', run: vitest('unit') },
  { name: 'integration tests', group: 'int', run: vitest('integration', 'integration-alone') },
  { name: 'build', group: 'e2e', run: build },
  { name: 'end-to-end tests', group: 'e2e', run: endToEnd },
]
