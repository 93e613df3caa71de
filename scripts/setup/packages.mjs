import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cache, root } from './paths.mjs'
import { npm } from './run.mjs'
import { SetupError } from './say.mjs'

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, link?: boolean, os?: string[], cpu?: string[], libc?: string[] }} Locked
 * @typedef {{ os: string, cpu: string, libc: string | undefined }} Machine
 */

/** npm's rule: a list may name what fits, or with ! what does not. */
const allows = (list, value) => {
  if (list === undefined) return true
  if (value === undefined) return false
  const [refused, named] = [
    list.filter((word) => word.startsWith('!')),
    list.filter((word) => !word.startsWith('!')),
  ]
  return !refused.includes(`!${value}`) && (named.length === 0 || named.includes(value))
}

const isForPlatform = (locked) => locked.os !== undefined && locked.cpu !== undefined

/** @param {Locked} locked @param {Machine} machine */
const fits = (locked, machine) =>
  allows(locked.os, machine.os) &&
  allows(locked.cpu, machine.cpu) &&
  allows(locked.libc, machine.libc)

/**
 * Compares what the lock file wants with what npm says it installed.
 * @param {Record<string, Locked>} wanted `packages` of package-lock.json
 * @param {Record<string, Locked>} installed `packages` of node_modules/.package-lock.json
 * @param {Machine} machine
 * @returns {string | undefined} the first difference, in words
 */
export const firstDifference = (wanted, installed, machine) => {
  for (const [path, locked] of Object.entries(wanted)) {
    if (path === '' || locked.link === true) continue
    const present = installed[path]
    const name = path.replace(/^.*node_modules\//, '')
    if (present === undefined) {
      // Optional packages may be absent by right, but not the one with the binary for this machine
      // (a copied node_modules).
      if (locked.optional === true && !(isForPlatform(locked) && fits(locked, machine))) continue
      return `${name} is missing`
    }
    if (present.version !== locked.version || present.integrity !== locked.integrity) {
      return `${name} is ${present.version}, wanted ${locked.version}`
    }
  }
  const surplus = Object.keys(installed).find((path) => wanted[path] === undefined)
  return surplus === undefined
    ? undefined
    : `${surplus.replace(/^.*node_modules\//, '')} is no longer wanted`
}

const noteFile = join(cache, 'packages.txt')
const readJson = async (file) => JSON.parse(await readFile(file, 'utf8'))

// Node's report names the C library, but gathering it asks for host names of open sockets unless
// told otherwise.
const machine = () => {
  process.report.excludeNetwork = true
  const glibc =
    process.platform === 'linux' &&
    process.report.getReport().header.glibcVersionRuntime !== undefined
  const libc = process.platform === 'linux' ? (glibc ? 'glibc' : 'musl') : undefined
  return { os: process.platform, cpu: process.arch, libc }
}

const lockDigest = async () => {
  const lock = await readFile(join(root, 'package-lock.json'))
  const { os, cpu, libc } = machine()
  return `${os} ${cpu} ${libc} ${createHash('sha256').update(lock).digest('hex')}`
}

/** @returns {Promise<string | undefined>} why `npm ci` is needed, in words; undefined: it is not */
export const packagesProblem = async () => {
  const installed = await readJson(join(root, 'node_modules', '.package-lock.json')).catch(
    () => undefined,
  )
  if (installed === undefined) return 'there are none yet'
  const gone = Object.keys(installed.packages).find(
    (path) => !existsSync(join(root, path, 'package.json')),
  )
  if (gone !== undefined) return `${gone} is missing`
  const wanted = await readJson(join(root, 'package-lock.json'))
  const difference = firstDifference(wanted.packages, installed.packages, machine())
  // What npm left out of this very lock file on this machine, it will leave out again.
  const note = await readFile(noteFile, 'utf8').catch(() => '')
  return difference === undefined || note === (await lockDigest()) ? undefined : difference
}

/**
 * `npm ci`. Development packages are always wanted, whatever NODE_ENV says: the build and the tests are made of them.
 * @throws {SetupError}
 */
export const installPackages = async () => {
  const result = await npm(
    ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: ['ignore', 2, 'inherit'],
    },
  )
  if (result.code !== 0) {
    throw new SetupError(
      'npm ci failed, see its words above. If it could not reach the registry, mend the network (npm ping) and run this again; ' +
        'if package.json and package-lock.json disagree, run: npm install',
    )
  }
  await mkdir(cache, { recursive: true })
  await writeFile(noteFile, await lockDigest())
}
