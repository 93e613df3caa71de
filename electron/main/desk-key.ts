import { createHash, randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import type { Log } from './log'

/**
 * The key by which hubs recognise this desk, read from its file or newly created. A key that cannot
 * be stored lasts only for this run; next time the hub takes the desk for a new one.
 */
export function openDeskKey(file: string, log: Log): string {
  try {
    const key = readFileSync(file, 'utf8').trim()
    if (/^[\w-]{43}$/.test(key)) return key
  } catch {
    // The file does not exist before the first start.
  }
  const key = randomBytes(32).toString('base64url')
  try {
    writeFileSync(file, key, { mode: 0o600 })
  } catch (error) {
    log.error({ err: error, file }, 'The key of this desk could not be stored')
  }
  return key
}

/** Derives a separate key for each hub, so that no hub learns the key another hub knows. */
export const deskKeyFor = (key: string, hub: string): string =>
  createHash('sha256').update(`${key} ${hub}`).digest('base64url')
