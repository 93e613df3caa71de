import { readFileSync } from 'node:fs'

/**
 * The doors whose connections are open files, and the largest part of the process's open files each
 * may have.
 */
const shares = {
  // Alarms come first: nobody else needs what the others leave.
  dc09: 1 / 2,
  receivers: 1 / 4,
  // Consoles, cars, centres and scripts.
  http: 1 / 4,
} as const
export type Door = keyof typeof shares

/**
 * Files the process needs for itself: journal, accounts, vault, log and what it loads. Never more
 * than a quarter.
 */
const own = 1_000
const ownShare = 1 / 4

/**
 * Most connections a door may hold: what is wanted, or its share of what the system's limit on open
 * files leaves. However crowded a door is, it never takes the files that DC-09 and the journal
 * need. When the limit cannot be read (only Linux tells it), what is wanted.
 */
export function connectionsAllowed(
  door: Door,
  wanted: number,
  limits: () => string = procLimits,
): number {
  const [, said] = /^Max open files\s+(\d+)/m.exec(limits()) ?? []
  if (said === undefined) return wanted
  const limit = Number(said)
  const left = limit - Math.min(own, limit * ownShare)
  return Math.min(wanted, Math.max(1, Math.floor(left * shares[door])))
}

function procLimits(): string {
  try {
    return readFileSync('/proc/self/limits', 'utf8')
  } catch {
    return ''
  }
}
