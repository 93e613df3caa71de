import type { Logger } from 'pino'
import { arrayOf } from '../../shared/journal/entry-page'
import type { Clock } from '../../shared/timeline/clock-port'
import { historyRequestSchema, type Refused } from '../../shared/wire/console-feed'
import { createPace } from '../limits/paces'
import { createPlaces } from '../limits/places'
import { type ReadingTurns, TooManyReaders } from '../reading/reading-turns'
import { invalid, refused } from './command-door'
import type { Link } from './link'

/**
 * Pages of history a second. A console that fills its local journal may take a tenth of a core, not
 * a whole one.
 */
const historyPace = { perSecond: 10, burst: 20 }
const mostWaiting = 8

export interface HistoryDeps {
  readonly reading: ReadingTurns
  readonly reader: string
  readonly clock: Clock
  readonly link: Link
  readonly log: Logger
}

/**
 * Answers one client's requests for pages of the journal, one at a time and at a pace that leaves
 * the hub free.
 */
export function createHistoryDoor({ reading, reader, clock, link, log }: HistoryDeps) {
  const paced = createPace(historyPace, clock)
  const places = createPlaces({ why: 'too-fast', ofOne: mostWaiting })
  let turn: Promise<void> = Promise.resolve()

  async function whenInPace(): Promise<void> {
    for (let held = paced.admit(); held; held = paced.admit()) {
      const { wait } = held
      await new Promise<void>((resume) => clock.after(wait, resume))
    }
    await link.drained()
  }

  async function judge(message: unknown): Promise<Uint8Array | Refused> {
    const request = historyRequestSchema.safeParse(message)
    if (!request.success) return invalid(request.error)
    if (places.admit(reader)) return refused('too-fast', 'Too many requests for history at a time')
    places.enter(reader)
    turn = turn.then(whenInPace)
    await turn
    places.leave(reader)
    if (!link.isOpen()) return Buffer.from('[]')
    return Buffer.from(arrayOf(await reading.page(reader, request.data)))
  }

  return async (message: unknown, reply: unknown): Promise<void> => {
    if (typeof reply !== 'function') return
    const answer = await judge(message).catch((error: unknown) => {
      if (error instanceof TooManyReaders) return refused('too-fast', error.message)
      log.error({ err: error }, 'The journal could not be read')
      return refused('internal', 'The hub could not read its journal; its log says why')
    })
    reply(answer)
  }
}
