import type { RecordsDesk } from '../../node/records/records-desk'
import type { EntryPage, EntryPages, PageRequest } from '../../shared/journal/entry-page'
import { type Instant, second } from '../../shared/lang/instant'
import type { RecordsQuestion } from '../../shared/records/answer'
import type { Clock } from '../../shared/timeline/clock-port'
import { createPlaces } from '../limits/places'

/**
 * A page of the past, bytes: it takes about 2 ms to send, so a new alarm never waits long behind
 * one.
 */
export const pageBytes = 1024 * 1024
/**
 * What all readers together get a second, bytes. A console that was cut off for a minute of storm
 * is brought up to date in a second. Sending this much takes about a twentieth of the event loop
 * that alarms share.
 */
const bytesPerSecond = 24 * 1024 * 1024
/** How far ahead of that pace readers may be, ms: a few pages at once hurt nobody. */
const slack = 250
/**
 * Requests that may wait, of one reader and of all: an answer nobody waits for is not worth its
 * memory.
 */
const mostOfOne = 8
const mostOfAll = 400

/**
 * The least that a question to the records counts, bytes: about a hundred are answered a second.
 */
const leastOfAnswer = 256 * 1024

/** Thrown when too many ask at once, so nothing was read; asking again later helps. */
export class TooManyReaders extends Error {}

export interface ReadingTurns {
  /**
   * `reader` names who asks, so that each gets a turn. Rejects with {@link TooManyReaders}, or when
   * reading fails.
   */
  page(reader: string, request: Omit<PageRequest, 'maxBytes'>): Promise<EntryPage>
  /**
   * Asks the records when the reader's turn comes; the answer is JSON text. Rejects as `page` does.
   */
  records(reader: string, question: RecordsQuestion): Promise<string>
}

export interface Past extends Pick<EntryPages, 'page'> {
  readonly records: Pick<RecordsDesk, 'ask'>
}

interface Asked {
  /** Reads, hands the answer to the reader who asked, and resolves with its length. */
  carryOut(): Promise<number>
  reject(error: unknown): void
}

/**
 * Lets readers of the past take turns. One page is read at a time, each reader gets one in turn,
 * and all together keep to a pace. However many readers ask, and however often, they do not hold up
 * the reception of alarms.
 */
export function createReadingTurns(past: Past, clock: Clock): ReadingTurns {
  /** The reader whose turn is next stands first. */
  const queues = new Map<string, Asked[]>()
  const places = createPlaces({ why: 'too-many-readers', ofOne: mostOfOne, ofAll: mostOfAll })
  let running = false
  /** The pace allows no further reading before this instant. */
  let paidUntil: Instant = Number.NEGATIVE_INFINITY

  const inPace = async () => {
    const ahead = paidUntil - clock.now() - slack
    // A clock that was set back must not make readers wait for hours.
    if (ahead > 0) await new Promise<void>((resume) => clock.after(Math.min(ahead, second), resume))
  }

  const next = (): Asked | undefined => {
    for (const [reader, queue] of queues) {
      const asked = queue.shift()
      queues.delete(reader)
      if (queue.length > 0) queues.set(reader, queue)
      if (asked) {
        places.leave(reader)
        return asked
      }
    }
    return undefined
  }

  const run = async () => {
    running = true
    for (let asked = next(); asked; asked = next()) {
      await inPace()
      try {
        const bytes = await asked.carryOut()
        paidUntil = Math.max(paidUntil, clock.now()) + (bytes / bytesPerSecond) * second
      } catch (error) {
        asked.reject(error)
      }
    }
    running = false
  }

  const inTurn = <Answer>(
    reader: string,
    read: () => Promise<Answer>,
    lengthOf: (answer: Answer) => number,
  ): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const queue = queues.get(reader) ?? []
      if (places.admit(reader))
        return reject(new TooManyReaders('Too many requests for history at a time'))
      places.enter(reader)
      const carryOut = async () => {
        const answer = await read()
        resolve(answer)
        return lengthOf(answer)
      }
      queue.push({ carryOut, reject })
      queues.set(reader, queue)
      if (!running) void run()
    })

  return {
    page: (reader, request) =>
      inTurn(
        reader,
        () => past.page({ ...request, maxBytes: pageBytes }),
        ({ text }) => text.length,
      ),
    records: (reader, question) =>
      inTurn(
        reader,
        () => past.records.ask(question),
        // Finding costs more than sending, so an answer counts at least this much.
        (text) => Math.max(text.length, leastOfAnswer),
      ),
  }
}
