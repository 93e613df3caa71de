import { storageTrouble } from '../../node/sqlite'
import type { Actor } from '../../shared/accounts/actor'
import type { Intent } from '../../shared/intents/intents'
import { type Keeper, NotStored } from '../keeper/keeper-port'
import { ProblemError } from './problem'

/** When to try again after nothing could be stored, s: the hub itself has looked twice by then. */
export const storageRetry = 5

/**
 * An entry that must stand before what it tells of may happen. Throws a 503 when it cannot be
 * stored: what leaves no trace is not done.
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

/** What is answered when the entry of something could not be stored. */
export const nothingDone = ({ message }: NotStored): ProblemError =>
  new ProblemError(
    503,
    'not-stored',
    `The hub cannot store anything: ${message}. Nothing was done.`,
    storageRetry,
  )

/**
 * Does what the journal already says. Its file stands on the journal's disk, so that it fails is
 * rare; then a 503 says so.
 */
export function carryOut<Result>(work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    const message = `The journal says it, but it could not be carried out: ${storageTrouble(error)}. Try again.`
    throw new ProblemError(503, 'not-stored', message, storageRetry)
  }
}
