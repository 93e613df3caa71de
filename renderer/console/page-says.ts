import { because, type Refusal, sentence } from '../../shared/lang/decision'
import { saidOf } from '../../shared/lang/said-error'

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)

/** Why this window cannot follow the room any more. */
export const roomNotFolded = (error: unknown): Refusal =>
  because('room-not-folded', '{reason}', saidOf(error))

/** Why a replay stands still. */
export const recordingFailed = (error: unknown): Refusal =>
  sentence('recording-failed', 'The recording could not be read: {reason}', {
    reason: reasonOf(error),
  })
