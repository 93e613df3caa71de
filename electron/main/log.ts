import { existsSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { destination, multistream, pino } from 'pino'

/** What a part needs of the log: first what it is about, then a sentence. Never a token, never a password. */
export interface Log {
  info(about: object, text: string): void
  warn(about: object, text: string): void
  error(about: object, text: string): void
}

export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} }

/** A log file is put aside at this size, and one is kept aside: a fault that repeats for days must not fill the disk. */
const longestFile = 8_000_000

/** Logs to `<data>/console.log` and stderr (stdout belongs to the ready line). */
export function openLog(dataDir: string): Log {
  const file = join(dataDir, 'console.log')
  if (existsSync(file) && statSync(file).size > longestFile) renameSync(file, join(dataDir, 'console.1.log'))
  const toFile = destination({ dest: file, sync: true, mkdir: true })
  const log = pino(
    { base: null, redact: ['token', 'password', '*.token', '*.password'] },
    multistream([
      { level: 'info', stream: toFile },
      { level: 'warn', stream: destination({ dest: 2, sync: true }) },
    ]),
  )
  let written = 0
  const bounded =
    (level: 'info' | 'warn' | 'error') =>
    (about: object, text: string): void => {
      written += text.length + 200
      if (written > longestFile) {
        written = 0
        renameSync(file, join(dataDir, 'console.1.log'))
        toFile.reopen()
      }
      log[level](about, text)
    }
  return { info: bounded('info'), warn: bounded('warn'), error: bounded('error') }
}
