import type { Logger } from 'pino'
import { NotStored } from './keeper-port'

/**
 * Logs why something could not be recorded. A journal that cannot be written is announced by the
 * keeper; the rest is a fault of ours.
 */
export const logFault =
  (log: Logger, text: string) =>
  (error: unknown): void => {
    if (!(error instanceof NotStored)) log.error({ err: error }, text)
  }
