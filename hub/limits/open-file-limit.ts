import { readFileSync } from 'node:fs'

/**
 * Doors whose connections are open files, and which part of those the process may open each has at
 * most.
 */
const shares = {
  // Alarms first: what the others leave is not needed by anybody else.
  dc09: 1 / 2,
  receivers: 1 / 4,
  // Consoles, cars, centres and scripts.
  http: 1 / 4,
} as const
export type Door = keyof typeof shares

/**
 * Files the process needs for itself: journal, accounts, vault, log, what it loads; never more than
 * a quarter.
 */
const own = 1_000
const ownShare = 1 / 4

/**
 * Connections a door may hold at most: what is wanted, or its share of what the system's limit on
 * open files leaves, so that no door, however crowded, takes the files that DC-09 and the journal
 * need. Where the limit cannot be asked for (only Linux tells it), what is wanted.
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
