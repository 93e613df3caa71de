import { useTranslation } from 'react-i18next'
import type { LogReport } from './gather-log'
import { logRow } from './log-lines'
import { PaperFrame, PaperTable, paperMoment } from './PaperFrame'

/** What happened in a span of time, on paper. */
export function LogPaper({ report }: { report: LogReport }) {
  const { t } = useTranslation()
  const { from, to, room, hits, entries } = report
  return (
    <PaperFrame
      title={t('paper:log.title')}
      subtitle={t('paper:log.span', { from: paperMoment(from), to: paperMoment(to) })}
      room={room}
      entries={entries}
    >
      <p className="paper__about">{t('paper:log.about')}</p>
      <PaperTable
        caption={t('paper:log.lines', { count: hits.length })}
        columns={[
          t('paper:column.time'),
          t('paper:column.what'),
          t('paper:column.site'),
          t('paper:column.by'),
          t('paper:column.entry'),
        ]}
        rows={hits.map((hit) => {
          const { seq, at, said, quoted, site, account, team, by } = logRow(t, room, hit)
          return [
            seq,
            paperMoment(at),
            <>
              {said}
              {team === '' || said.includes(team) ? null : ` · ${team}`}
              {quoted === null ? null : <q>{quoted}</q>}
            </>,
            site || account,
            by,
            seq,
          ]
        })}
        empty={t('paper:none')}
      />
    </PaperFrame>
  )
}
