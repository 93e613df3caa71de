import { type Refusal, sentence } from '../../shared/lang/decision'

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)

/** Why this window cannot follow the room any more. */
export const roomNotFolded = (error: unknown): Refusal =>
  sentence('room-not-folded', '{reason}', { reason: reasonOf(error) })

/** Why a replay stands still. */
export const recordingFailed = (error: unknown): Refusal =>
  sentence('recording-failed', 'The recording could not be read: {reason}', {
    reason: reasonOf(error),
  })
