import type { TFunction } from 'i18next'
import { unitOffset } from '../../shared/lang/clock-time'
import { hour, type Instant } from '../../shared/lang/instant'
import { csvOf } from '../../shared/paper/csv'
import type { LogReport } from './gather-log'
import { logRow } from './log-lines'

/** The time of the unit with its offset, as every program reads it. */
const stamp = (at: Instant): string =>
  `${new Date(at + unitOffset).toISOString().slice(0, -1)}+${String(unitOffset / hour).padStart(2, '0')}:00`

/** The log as a table; its last line names the entry and the hash it can be checked by. */
export function logCsv(t: TFunction, { room, hits, entries }: LogReport): string {
  const head = ['time', 'entry', 'what', 'words', 'site', 'account', 'team', 'by'] as const
  return csvOf([
    head.map((column) => t(`paper:column.${column}`)),
    ...hits.map((hit) => {
      const { seq, at, said, quoted, site, account, team, by } = logRow(t, room, hit)
      return [stamp(at), seq, said, quoted ?? '', site, account, team, by]
    }),
    ['', entries.last, t('paper:proof-hash', { last: entries.last }), entries.hash],
  ])
}
