import type { ReplayFrame, ReplayPage, ReplaySpan } from '../../../shared/ipc/contract'
import { AnswerText, type Handlers } from '../ipc/handlers'
import type { JournalDesk } from '../journal/journal-desk'

export function replayHandlers(
  journal: Pick<JournalDesk, 'ask' | 'askText'>,
  openWindow: (span: ReplaySpan) => void,
): Pick<Handlers, 'replay-span' | 'open-replay' | 'replay-frame' | 'replay-page'> {
  return {
    'replay-span': () => journal.ask('span', {}),
    'open-replay': ({ from, to }, { mode }) => {
      if (mode !== 'live') throw new Error('A replay is opened from the live window')
      if (!(from < to)) throw new Error('A replay needs a span that ends after it begins')
      openWindow({ from, to })
      return null
    },
    'replay-frame': async (request) =>
      new AnswerText<ReplayFrame>(await journal.askText('frame', request)),
    'replay-page': async (request) =>
      new AnswerText<ReplayPage>(await journal.askText('page', request)),
  }
}
