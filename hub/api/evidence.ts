import { storageTrouble } from '../../node/sqlite'
import type { Actor } from '../../shared/accounts/actor'
import type { Intent } from '../../shared/intents/intents'
import { type Keeper, NotStored } from '../keeper/keeper-port'
import { ProblemError } from './problem'

/**
 * Seconds until a retry makes sense after a failure to store. By then the hub itself has tried
 * twice.
 */
export const storageRetry = 5

/**
 * Records an entry before the act it describes. Throws a 503 when it cannot be stored: what leaves
 * no trace is not done.
 */
export async function leaveEvidence(
  keeper: Pick<Keeper, 'submit'>,
  intent: Intent,
  by: Actor,
): Promise<void> {
  try {
    await keeper.submit(intent, by)
  } catch (error) {
    throw error instanceof NotStored ? nothingDone(error) : error
  }
}

export const nothingDone = ({ message }: NotStored): ProblemError =>
  new ProblemError(
    503,
    'not-stored',
    `The hub cannot store anything: ${message}. Nothing was done.`,
    storageRetry,
  )

/**
 * Carries out what the journal already says. The file it writes is on the journal's disk, so
 * failure is rare; it is answered with a 503.
 */
export function carryOut<Result>(work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    const message = `The journal says it, but it could not be carried out: ${storageTrouble(error)}. Try again.`
    throw new ProblemError(503, 'not-stored', message, storageRetry)
  }
}
