import { destination, type Logger, pino } from 'pino'

/** The hub's log: JSON lines on stderr, since stdout belongs to the ready line. NAVBATCHI_LOG_LEVEL sets how much. */
export function createLog(env: Readonly<Record<string, string | undefined>>): Logger {
  // Written at once: the last words before a crash are the ones that matter.
  return pino({ level: env.NAVBATCHI_LOG_LEVEL ?? 'info', name: 'hub' }, destination({ dest: 2, sync: true }))
}
