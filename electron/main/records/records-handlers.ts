import type { LinkState, RecordsReply } from '../../../shared/ipc/contract'
import { checkQuestion, type RecordsQuestion } from '../../../shared/records/answer'
import type { RecordsPage } from '../../../shared/records/request'
import type { RecordsAsked } from '../../../shared/wire/console-feed'
import type { Handlers } from '../ipc/handlers'
import type { JournalDesk } from '../journal/journal-desk'

/**
 * This console's own records may be this many entries behind the hub and still answer: anything
 * newer is on screen.
 */
const nearEnough = 1_000

export interface RecordsPorts {
  readonly journal: Pick<JournalDesk, 'ask' | 'state'>
  readonly link: () => LinkState
  readonly askHub: (asked: RecordsAsked) => Promise<RecordsPage<unknown>>
}

/**
 * Answers questions about the past. This console's own records answer, even without a hub and in a
 * replay; the hub's records answer while they are still being built.
 */
export function recordsHandlers({
  journal,
  link,
  askHub,
}: RecordsPorts): Pick<Handlers, 'records'> {
  async function own(question: RecordsQuestion): Promise<RecordsPage<unknown>> {
    const page = await journal.ask('records', question)
    const { upTo = Number.MAX_SAFE_INTEGER } = question.request
    const behindHub = Math.min(journal.state().hubSeq, upTo) - page.seq
    return { ...page, behind: Math.max(page.behind, behindHub) }
  }

  return {
    async records(asked, { mode }): Promise<RecordsReply> {
      const checked = checkQuestion(asked.name, asked.request)
      if (!checked.ok) throw new Error('A question about the past makes no sense')
      const { question } = checked
      const mayAskHub = mode === 'live' && link().phase === 'live'
      if (!mayAskHub) return { from: 'console', page: await own(question) }
      const page = await own(question).catch(() => null)
      if (page !== null && page.behind <= nearEnough) return { from: 'console', page }
      try {
        return { from: 'hub', page: await askHub(asked) }
      } catch (error) {
        if (page === null) throw error
        return { from: 'console', page }
      }
    },
  }
}
