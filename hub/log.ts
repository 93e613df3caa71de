import { writeSync } from 'node:fs'
import { type DestinationStream, type Logger, pino } from 'pino'
import { systemClock } from '../node/system-clock'
import { sparing } from './sparing-log'

const standardError = 2

/**
 * Fields that hold secrets, wherever they occur in a line. None is logged on purpose; this is for
 * the day one slips in.
 */
const secretFields = [
  'key',
  'word',
  'words',
  'authorization',
  'password',
  'token',
  'NAVBATCHI_SECRETS_KEY',
  'NAVBATCHI_METRICS_TOKEN',
]
const redacted = secretFields.flatMap((field) => [
  field,
  `*.${field}`,
  `*.*.${field}`,
  `*.*.*.${field}`,
])

/**
 * The hub's log: JSON lines on stderr, since stdout is for the ready line. NAVBATCHI_LOG_LEVEL sets
 * the level.
 */
export function createLog(
  env: Readonly<Record<string, string | undefined>>,
  file = standardError,
): Logger {
  const hooks = { logMethod: sparing(systemClock) }
  return pino(
    { level: env.NAVBATCHI_LOG_LEVEL ?? 'info', name: 'hub', redact: redacted, hooks },
    unfailing(file),
  )
}

/**
 * Writes synchronously, since the last words before a crash matter most, and never throws. The log
 * is often on the very disk that has filled up, and a hub that cannot complain must still serve.
 * Lost lines are counted; the next line that can be written says how many.
 */
function unfailing(file: number): DestinationStream {
  let lost = 0
  return {
    write(line) {
      const about =
        lost === 0
          ? ''
          : `{"level":40,"name":"hub","msg":"${lost} lines of the log could not be written"}\n`
      try {
        writeWhole(file, Buffer.from(about + line))
        lost = 0
      } catch {
        lost += 1
      }
    },
  }
}

/** Loops because a pipe may take less than it is given. */
function writeWhole(file: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
}
