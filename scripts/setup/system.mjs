import { access, constants } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { aptCommand, aptInstall, hasApt, spelledForThisMachine } from './apt.mjs'
import { SetupError, say } from './say.mjs'
import { debianPackages, missingLibraries } from './shared-libraries.mjs'

/** Not needed to start, but some parts lack something without them. */
const wishes = [
  { program: 'udevadm', package: 'udev', why: 'to list serial ports' },
  { program: 'socat', package: 'socat', why: 'for the tests of the beacon relay' },
]

// Programs of the system are looked for where root has them too: udevadm may not be on a plain
// user's PATH.
const folders = [
  ...(process.env.PATH ?? '').split(delimiter),
  '/usr/sbin',
  '/sbin',
  '/usr/bin',
  '/bin',
]

const isInstalled = async (program) => {
  for (const folder of folders) {
    const found = await access(join(folder, program), constants.X_OK).then(
      () => true,
      () => false,
    )
    if (found) return true
  }
  return false
}

const hasDisplay = () => Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

const absent = async (executable) => {
  const libraries = await missingLibraries(executable)
  const wishesOpen = []
  for (const wish of wishes) if (!(await isInstalled(wish.program))) wishesOpen.push(wish)
  return { libraries, display: !hasDisplay() && !(await isInstalled('Xvfb')), wishes: wishesOpen }
}

const isRoot = () => process.getuid?.() === 0

/**
 * @param {string} executable Electron
 * @returns {Promise<boolean>} whether everything is there, wishes too when we may grant them
 */
export const systemIsReady = async (executable) => {
  if (process.platform !== 'linux') return true
  const missing = await absent(executable)
  return (
    missing.libraries.length === 0 && !missing.display && (missing.wishes.length === 0 || !isRoot())
  )
}

const needed = ({ libraries, display }) => {
  const known = debianPackages(libraries)
  return { packages: [...known.packages, ...(display ? ['xvfb'] : [])], unknown: known.unknown }
}

const inWords = ({ libraries, display }) =>
  [
    ...(libraries.length > 0 ? [`shared libraries Electron needs (${libraries.join(', ')})`] : []),
    ...(display ? ['a display, or Xvfb to stand in for one'] : []),
  ].join(' and ')

const refuse = async (missing, packages, apt) => {
  const what = `This machine lacks ${inWords(missing)}.`
  if (!apt)
    throw new SetupError(
      `${what} Install the packages of your system that carry them, then run this again.`,
    )
  throw new SetupError(
    `${what} Install them with:\n  ${aptCommand(await spelledForThisMachine(packages))}\nthen run this again.`,
  )
}

/**
 * Installs what Electron and the tests need from the system (as root on Debian and Ubuntu), or says
 * what to install.
 * @param {string} executable Electron
 * @throws {SetupError} when something needed is missing and we cannot install it
 */
export const ensureSystem = async (executable) => {
  if (process.platform !== 'linux') return
  const missing = await absent(executable)
  const { packages, unknown } = needed(missing)
  const apt = await hasApt()
  if (!apt || !isRoot()) {
    if (missing.libraries.length > 0 || missing.display) await refuse(missing, packages, apt)
    for (const wish of missing.wishes)
      say(`${wish.package} is not installed; it is wanted ${wish.why}`)
    return
  }
  const all = [...packages, ...missing.wishes.map((wish) => wish.package)]
  if (all.length > 0) await aptInstall(all)
  const left = await missingLibraries(executable)
  if (left.length === 0) return
  const named =
    unknown.length > 0
      ? ` No Debian package is known for ${unknown.join(', ')}: find it with apt-file.`
      : ''
  throw new SetupError(`Electron still lacks ${left.join(', ')}.${named}`)
}
