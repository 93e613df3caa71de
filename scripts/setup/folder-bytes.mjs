import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * @param {string} folder
 * @returns {Promise<number>} bytes of all files below it; what vanishes meanwhile counts as nothing
 */
export const folderBytes = async (folder) => {
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  const entries = await Promise.all(
    names.map((name) => stat(join(folder, name)).catch(() => undefined)),
  )
  return entries.reduce((sum, entry) => sum + (entry?.isFile() ? entry.size : 0), 0)
}
