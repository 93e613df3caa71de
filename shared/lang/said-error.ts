import { type Refusal, sentence } from './decision'

/** An error that people are told: by its code and values, so that each reads it in their language. */
export class SaidError extends Error {
  constructor(readonly said: Refusal) {
    super(said.text)
  }
}

/** What the system or a library says, in its own words. */
export const systemSays = (reason: string): Refusal =>
  sentence('system-says', '{reason}', { reason })

/** What to tell people of an error. */
export const saidOf = (error: unknown): Refusal => {
  if (error instanceof SaidError) return error.said
  return systemSays(error instanceof Error ? error.message : String(error))
}
