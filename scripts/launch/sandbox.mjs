import { stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { run } from '../setup/run.mjs'

const hasHelper = async (executable) => {
  const helper = await stat(join(dirname(executable), 'chrome-sandbox')).catch(() => undefined)
  return helper !== undefined && helper.uid === 0 && (helper.mode & 0o4000) !== 0
}

/**
 * Chromium's sandbox refuses to run as root, and needs either a set-uid helper or unprivileged user
 * namespaces, which containers and some distributions switch off. Electron ends at once where it
 * cannot have its sandbox, so this is asked beforehand.
 * @param {string} executable Electron
 * @returns {Promise<string | undefined>} why Electron must do without its sandbox, in words; undefined: it can have it
 */
export const sandboxProblem = async (executable) => {
  if (process.platform !== 'linux') return undefined
  if (process.getuid?.() === 0) return 'it runs as root'
  if (await hasHelper(executable)) return undefined
  const namespaces = await run('unshare', ['--user', '--map-root-user', 'true'])
  return namespaces.code === 0 ? undefined : 'this system lets plain users make no user namespaces'
}
