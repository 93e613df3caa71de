import type { Answers, RequestName, RequestOf } from '../../../shared/ipc/contract'

/**
 * The kind of window that asks: a replay window and a view beside the room may look but not touch
 * (invariant 7).
 */
export interface Asker {
  readonly mode: 'live' | 'view' | 'replay'
  /** Of its page, as Electron counts them. */
  readonly windowId?: number
}

/** An answer that is already JSON text: a room from the journal process passes through unparsed. */
export class AnswerText<Value> {
  /** The type of the value. Only the compiler uses it, to keep texts of different answers apart. */
  declare private readonly value: Value
  constructor(readonly text: string) {}
}

type Answer<Name extends RequestName> = Answers[Name] | AnswerText<Answers[Name]>

/** One handler per request of the contract; a missing or misspelt handler does not compile. */
export type Handlers = {
  readonly [Name in RequestName]: (
    request: RequestOf<Name>,
    asker: Asker,
  ) => Answer<Name> | Promise<Answer<Name>>
}
