import type { Answers, RequestName, RequestOf } from '../../../shared/ipc/contract'

/** Which kind of window asks: a replay window may look, not touch (invariant 7). */
export interface Asker {
  readonly mode: 'live' | 'replay'
}

/** One handler per request of the contract; a missing or misspelt one does not compile. */
export type Handlers = {
  readonly [Name in RequestName]: (request: RequestOf<Name>, asker: Asker) => Answers[Name] | Promise<Answers[Name]>
}
