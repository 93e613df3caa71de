import { type Refusal, sentence } from './decision'

/** An error shown to people. It carries a code and values, so each reads it in their language. */
export class SaidError extends Error {
  constructor(readonly said: Refusal) {
    super(said.text)
  }
}

/** A message of the system or a library, in its own words. */
export const systemSays = (reason: string): Refusal =>
  sentence('system-says', '{reason}', { reason })

export const saidOf = (error: unknown): Refusal => {
  if (error instanceof SaidError) return error.said
  return systemSays(error instanceof Error ? error.message : String(error))
}
