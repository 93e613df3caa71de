import { nothingDone, storageRetry } from '../api/evidence'
import { ProblemError } from '../api/problem'
import { NotStored } from '../keeper/keeper-port'
import { NotCarriedOut, type UserChangeCode, UserChangeRefused } from './user-changes'

const statusOf: Readonly<Record<UserChangeCode, number>> = {
  'username-taken': 409,
  'user-unknown': 404,
  'last-administrator': 409,
  'own-password': 403,
  'shared-session': 403,
  'session-ended': 401,
  'wrong-password': 403,
}

export async function inUserWords<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof UserChangeRefused)
      throw new ProblemError(statusOf[error.code], error.code, error.message)
    if (error instanceof NotStored) throw nothingDone(error)
    if (error instanceof NotCarriedOut)
      throw new ProblemError(503, 'not-stored', error.message, storageRetry)
    throw error
  }
}
