import { existsSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { destination, multistream, pino } from 'pino'

/**
 * What a part needs of the log: the subject first, then a sentence. Never log a token or a
 * password.
 */
export interface Log {
  info(about: object, text: string): void
  warn(about: object, text: string): void
  error(about: object, text: string): void
}

export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} }

const longestFile = 8_000_000

/**
 * Lines that a full disk holds back are kept up to this many bytes. Later lines are dropped so that
 * they do not use up the memory.
 */
const mostHeldBack = 1_000_000

/**
 * Logs to `<data>/console.log` and stderr (stdout is reserved for the ready line). Never throws:
 * even with a full disk the console continues.
 */
export function openLog(dataDir: string): Log {
  const file = join(dataDir, 'console.log')
  const putAside = () => quietly(() => renameSync(file, join(dataDir, 'console.1.log')))
  if (existsSync(file) && statSync(file).size > longestFile) putAside()
  const toFile = unfailing({ dest: file, sync: true, mkdir: true, maxLength: mostHeldBack })
  const log = pino(
    { base: null, redact: ['token', 'password', 'key', '*.token', '*.password', '*.key'] },
    multistream([
      { level: 'info', stream: toFile },
      { level: 'warn', stream: unfailing({ dest: 2, sync: true, maxLength: mostHeldBack }) },
    ]),
  )
  let written = 0
  const bounded =
    (level: 'info' | 'warn' | 'error') =>
    (about: object, text: string): void => {
      written += text.length + 200
      if (written > longestFile) {
        written = 0
        putAside()
        quietly(() => toFile.reopen())
      }
      quietly(() => log[level](about, text))
    }
  return { info: bounded('info'), warn: bounded('warn'), error: bounded('error') }
}

/** A stream without an error listener throws when it cannot write. */
const unfailing = (options: Parameters<typeof destination>[0] & object) =>
  destination(options).on('error', () => {})

function quietly(write: () => void): void {
  try {
    write()
  } catch {
    // There is nowhere left to report it.
  }
}
