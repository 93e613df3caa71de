import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { lastLines, run } from './run.mjs'
import { SetupError, say } from './say.mjs'

const lists = '/var/lib/apt/lists'
/** Old lists name versions the mirrors have dropped. */
const staleAfterMs = 24 * 3600_000
const aptEnvironment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' }
// Another apt run (unattended upgrades) is waited for.
const aptOptions = ['-o', 'DPkg::Lock::Timeout=120', '-q']

/** @returns {Promise<boolean>} whether this machine installs with apt-get */
export const hasApt = async () => (await run('apt-get', ['--version'])).code === 0

const listsAreFresh = async () => {
  const names = await readdir(lists).catch(() => [])
  const kept = names.filter((name) => name.includes('_Packages'))
  const times = await Promise.all(
    kept.map((name) => stat(join(lists, name)).catch(() => undefined)),
  )
  const folder = await stat(lists).catch(() => undefined)
  // A list that did not change upstream keeps its old date; the folder's own date moves with every
  // update.
  const newest = Math.max(0, folder?.mtimeMs ?? 0, ...times.map((time) => time?.mtimeMs ?? 0))
  return kept.length > 0 && Date.now() - newest < staleAfterMs
}

/**
 * Since the 64-bit time_t change (Debian 13, Ubuntu 24.04) some library packages end in t64.
 * @param {readonly string[]} packages older spelling
 * @param {(name: string) => boolean} exists whether apt knows a real package of that name
 */
export const presentSpelling = (packages, exists) =>
  packages.map((name) => (exists(`${name}t64`) ? `${name}t64` : name))

/** @param {readonly string[]} packages */
export const spelledForThisMachine = async (packages) => {
  const asked = packages.flatMap((name) => [name, `${name}t64`])
  const { out } = await run('apt-cache', ['show', '--no-all-versions', ...asked], {
    env: aptEnvironment,
  })
  const known = new Set([...out.matchAll(/^Package: (\S+)$/gm)].map((match) => match[1]))
  return presentSpelling(packages, (name) => known.has(name))
}

/** @param {readonly string[]} packages */
export const aptCommand = (packages) =>
  `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`

const update = async () => {
  say('fetching the package lists of this system (apt-get update)')
  const result = await run('apt-get', ['update', ...aptOptions], { env: aptEnvironment })
  if (result.code !== 0) {
    throw new SetupError(
      `apt-get update failed. Check the network and /etc/apt/sources.list, then run this again.\n${lastLines(result.said)}`,
    )
  }
}

const install = (packages) =>
  run('apt-get', ['install', '-y', '--no-install-recommends', ...aptOptions, ...packages], {
    env: aptEnvironment,
  })

/**
 * Installs Debian packages; needs root.
 * @param {readonly string[]} packages older spelling
 */
export const aptInstall = async (packages) => {
  let fresh = await listsAreFresh()
  if (!fresh) await update()
  for (;;) {
    const named = await spelledForThisMachine(packages)
    say(`installing with apt-get: ${named.join(' ')}`)
    const result = await install(named)
    if (result.code === 0) return
    if (!fresh) {
      throw new SetupError(
        `apt-get could not install them. See why with: ${aptCommand(named).replaceAll('sudo ', '')}\n${lastLines(result.said)}`,
      )
    }
    fresh = false
    await update()
  }
}
