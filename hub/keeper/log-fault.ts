import type { Logger } from 'pino'
import { NotStored } from './keeper-port'

/**
 * Logs why something could not be recorded. The keeper itself announces a journal that cannot be
 * written; anything else is a bug of ours.
 */
export const logFault =
  (log: Logger, text: string) =>
  (error: unknown): void => {
    if (!(error instanceof NotStored)) log.error({ err: error }, text)
  }
