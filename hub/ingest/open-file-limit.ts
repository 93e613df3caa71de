import { readFileSync } from 'node:fs'

/** Files the process needs for itself: journal, accounts, consoles, log. */
const kept = 1_000

/**
 * Connections a listener may hold at most: what is wanted, or what the system's limit on open files leaves. Where the limit
 * cannot be asked for (only Linux tells it), what is wanted.
 */
export function connectionsAllowed(wanted: number, limits: () => string = procLimits): number {
  const [, limit] = /^Max open files\s+(\d+)/m.exec(limits()) ?? []
  return limit === undefined ? wanted : Math.min(wanted, Math.max(1, Number(limit) - kept))
}

function procLimits(): string {
  try {
    return readFileSync('/proc/self/limits', 'utf8')
  } catch {
    return ''
  }
}
