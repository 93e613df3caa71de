import { because, type Refusal } from '../../shared/lang/decision'
import { saidOf } from '../../shared/lang/said-error'

export const roomNotFolded = (error: unknown): Refusal =>
  because('room-not-folded', '{reason}', saidOf(error))

export const recordingFailed = (error: unknown): Refusal =>
  because('recording-failed', 'The recording could not be read: {reason}', saidOf(error))
