import type { Answers, RequestName, RequestOf } from '../../../shared/ipc/contract'

/** Which kind of window asks: a replay window may look, not touch (invariant 7). */
export interface Asker {
  readonly mode: 'live' | 'replay'
}

/**
 * An answer that is JSON text already: a room from the journal process goes through without being
 * taken apart.
 */
export class AnswerText<Value> {
  /**
   * What it is the text of: only for the compiler, so that a text of one answer does not pass for
   * another.
   */
  declare private readonly value: Value
  constructor(readonly text: string) {}
}

type Answer<Name extends RequestName> = Answers[Name] | AnswerText<Answers[Name]>

/** One handler per request of the contract; a missing or misspelt one does not compile. */
export type Handlers = {
  readonly [Name in RequestName]: (
    request: RequestOf<Name>,
    asker: Asker,
  ) => Answer<Name> | Promise<Answer<Name>>
}
