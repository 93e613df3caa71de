import type { Journal } from '../../shared/journal/journal-port'
import { type Entry, upcast } from '../../shared/room/events'
import { NotStored } from './keeper-port'

/**
 * Makes sure that what has a cause takes effect once. Only one effect per cause is under way at a
 * time; a second request meanwhile gets the outcome of the first. The journal is asked about all
 * causes concurrently whether they took effect before, and they go on in the order they came.
 */
export function createTakenOnce<Outcome>(
  journal: Pick<Journal, 'seqOfCause' | 'pick'>,
  limit: number,
) {
  const underWay = new Map<string, Promise<Outcome>>()
  let lastTurn: Promise<unknown> = Promise.resolve()

  const seqBefore = (cause: string): Promise<number | null> => {
    const found = journal.seqOfCause(cause)
    // The rejection may come before anybody awaits it.
    found.catch(() => {})
    const turn = lastTurn.then(() => found)
    lastTurn = turn.catch(() => {})
    return turn
  }

  const begin = async (
    cause: string,
    anew: () => Promise<Outcome>,
    again: (entry: Entry) => Outcome,
  ): Promise<Outcome> => {
    const seq = await seqBefore(cause)
    if (seq === null) return anew()
    const [entry] = await journal.pick([seq])
    if (entry === undefined) throw new Error(`the journal has no entry ${seq}`)
    return again(upcast(entry))
  }

  return async (
    cause: string,
    anew: () => Promise<Outcome>,
    again: (entry: Entry) => Outcome,
  ): Promise<Outcome> => {
    const already = underWay.get(cause)
    if (already) return already
    if (underWay.size >= limit) throw new NotStored('too much is waiting to be stored')
    const mine = begin(cause, anew, again)
    underWay.set(cause, mine)
    const forget = () => underWay.delete(cause)
    mine.then(forget, forget)
    return mine
  }
}
