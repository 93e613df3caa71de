import { writeSync } from 'node:fs'
import { type DestinationStream, type Logger, pino } from 'pino'
import { systemClock } from '../node/system-clock'
import { sparing } from './sparing-log'

const standardError = 2

/**
 * Fields that hold secrets, wherever a line has them: none is logged on purpose, and this is for
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
 * The hub's log: JSON lines on stderr, since stdout belongs to the ready line. NAVBATCHI_LOG_LEVEL
 * sets how much.
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
 * Writes at once, since the last words before a crash are the ones that matter, and never throws:
 * the log often stands on the very disk that has filled up, and a hub that cannot complain must
 * still serve. Lines that are lost are counted, and the next one that can be written says how many.
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

/** A pipe may take less than it is given. */
function writeWhole(file: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
}
