import type { i18n } from 'i18next'
import type { ReactElement } from 'react'
import type { Root } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import type { Bridge, ConsoleBridge } from '../../shared/ipc/contract'
import { saidOf } from '../../shared/lang/said-error'
import type { PaperOutcome, Print } from '../../shared/paper/paper'
import type { PaperWanted } from '../../shared/paper/paper-query'
import type { EntryRange } from './gather'
import { gatherIncident } from './gather-incident'
import { asTable, gatherLog, onPaper } from './gather-log'
import { IncidentPaper } from './IncidentPaper'
import { LogPaper } from './LogPaper'
import { logCsv } from './log-csv'
import './paper.css'

interface Page {
  readonly title: string
  readonly entries: EntryRange
  readonly content: ReactElement | null
  readonly csv: string | null
}

/** Draws a report in the window of a printer, and tells the main process when all of it is there. */
export async function showPaper(
  bridge: ConsoleBridge,
  { job, unit, print }: PaperWanted,
  { root, words }: { readonly root: Root; readonly words: i18n },
): Promise<void> {
  const desk = bridge.unit(unit)
  await words.changeLanguage(print.language)
  document.documentElement.lang = print.language
  document.documentElement.dataset.theme = 'light'
  const outcome = await pageOf(desk, print, words).then(
    async (page): Promise<PaperOutcome> => {
      document.title = page.title
      root.render(<I18nextProvider i18n={words}>{page.content}</I18nextProvider>)
      await drawn()
      return { foot: footOf(words, page), csv: page.csv }
    },
    (error: unknown): PaperOutcome => ({ fault: saidOf(error) }),
  )
  await desk.ask('paper-drawn', { job, outcome })
}

async function pageOf(desk: Bridge, { paper, format }: Print, { t }: i18n): Promise<Page> {
  if (paper.kind === 'incident') {
    const report = await gatherIncident(desk, paper)
    const kind = t(`kinds:alarm.${report.incident.kind}`)
    const content = <IncidentPaper report={report} />
    const title = t('paper:incident.title', { kind })
    return { title, entries: report.entries, content, csv: null }
  }
  const title = t('paper:log.title')
  const report = await gatherLog(desk, paper, format === 'csv' ? asTable : onPaper)
  const { entries } = report
  return format === 'csv'
    ? { title, entries, content: null, csv: logCsv(t, report) }
    : { title, entries, content: <LogPaper report={report} />, csv: null }
}

const footOf = ({ t }: i18n, { title, entries: { first, last, hash } }: Page): string =>
  `${title} · ${t('paper:foot', { first, last, hash: hash.slice(0, 16) })}`

/** Two frames and the fonts: what was rendered stands on the page. */
async function drawn(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0))
  await document.fonts.ready
}
