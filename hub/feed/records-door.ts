import { checkQuestion } from '../../shared/records/answer'
import { type Refused, recordsAskedSchema } from '../../shared/wire/console-feed'
import { createPace } from '../limits/paces'
import { TooManyReaders } from '../reading/reading-turns'
import { invalid, refused } from './command-door'
import type { HistoryDeps } from './history-door'

/**
 * Allowed pace of questions: a person who types asks a few a second, a dialog that opens asks three
 * at once.
 */
const pace = { perSecond: 10, burst: 20 }

export function createRecordsDoor({ reading, reader, clock, log }: Omit<HistoryDeps, 'link'>) {
  const paced = createPace(pace, clock)

  async function judge(message: unknown): Promise<Uint8Array | Refused> {
    const asked = recordsAskedSchema.safeParse(message)
    if (!asked.success) return invalid(asked.error)
    const checked = checkQuestion(asked.data.name, asked.data.request)
    if (!checked.ok) return invalid(checked.error)
    if (paced.admit() !== null)
      return refused('too-fast', 'Too many questions to the records at a time')
    return Buffer.from(await reading.records(reader, checked.question))
  }

  return async (message: unknown, reply: unknown): Promise<void> => {
    if (typeof reply !== 'function') return
    const answer = await judge(message).catch((error: unknown) => {
      if (error instanceof TooManyReaders) return refused('too-fast', error.message)
      log.error({ err: error }, 'The records could not be read')
      return refused('internal', 'The hub could not read its records; its log says why')
    })
    reply(answer)
  }
}
