import { createHash, randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import type { Log } from './log'

/**
 * The key by which hubs know this desk again, from its file or made anew. One that cannot be stored
 * holds until the end of this run: the hub then takes the desk for a new one next time.
 */
export function openDeskKey(file: string, log: Log): string {
  try {
    const key = readFileSync(file, 'utf8').trim()
    if (/^[\w-]{43}$/.test(key)) return key
  } catch {
    // There is none before the first start.
  }
  const key = randomBytes(32).toString('base64url')
  try {
    writeFileSync(file, key, { mode: 0o600 })
  } catch (error) {
    log.error({ err: error, file }, 'The key of this desk could not be stored')
  }
  return key
}

/** What one hub is told: no hub learns by which key another knows this desk. */
export const deskKeyFor = (key: string, hub: string): string =>
  createHash('sha256').update(`${key} ${hub}`).digest('base64url')
