import { roomTexts } from '../../../node/room-texts'
import { sentence } from '../../../shared/lang/decision'
import { SaidError } from '../../../shared/lang/said-error'
import { workToJson } from '../../../shared/room/parts'
import { AnswerText } from '../ipc/handlers'
import { AnswerAsIs, answerCalls, type JournalAnswers, type Port } from './calls'
import { type LocalJournal, openLocalJournal } from './local-journal'

const nothingCopied = sentence(
  'nothing-copied',
  'The local journal is empty: this console has not been linked to a hub yet',
)

export function serveJournal(port: Port, folder: string): void {
  let opened: { readonly unit: string; readonly journal: LocalJournal } | null = null
  const journal = (): LocalJournal => {
    if (!opened) throw new SaidError(nothingCopied)
    return opened.journal
  }
  const texts = roomTexts()
  const calls: JournalAnswers = {
    async open({ unit }) {
      if (opened?.unit !== unit) {
        await opened?.journal.close()
        opened = null
        opened = { unit, journal: await openLocalJournal(folder, unit, texts) }
      }
      return opened.journal.state()
    },
    append: ({ entries }) => journal().append(entries),
    async lastRoom() {
      const last = await journal().lastRoom()
      if (last === null) return null
      return new AnswerAsIs(last)
    },
    registerText: async ({ version }) => new AnswerAsIs(await journal().registerText(version)),
    span: async () => (await opened?.journal.span()) ?? null,
    async frame({ at }) {
      const { room, positions } = await journal().frame(at)
      const register = texts.registerAtOnce(room)
      journal().columns.given(register)
      return { at, room: { version: register.version, work: workToJson(room) }, positions }
    },
    columns: async ({ version }) => new AnswerAsIs(journal().columns.of(version)),
    async card({ siteId, asOf }) {
      const { seq } = await journal().state()
      const room = await journal().roomAt(Math.min(asOf ?? seq, seq))
      return room.sites.get(siteId) ?? null
    },
    page: ({ afterSeq, afterAt, until }) => journal().page(afterSeq, afterAt, until),
    records: (question) => new AnswerText(journal().records(question)),
    track({ positions }) {
      opened?.journal.track(positions)
      return null
    },
  }
  answerCalls(port, calls)
}
