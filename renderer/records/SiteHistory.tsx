import { useTranslation } from 'react-i18next'
import type { AlarmRecord } from '../../shared/alarms/projection'
import { ActionButton } from '../console/ActionButton'
import { useConsole } from '../console/console-context'
import type { ConsoleData } from '../console/console-store'
import { wallDate, wallMinute } from '../console/time'
import { useRecords } from '../console/use-records'
import { Section } from '../ui/Section'
import { searchJournalAction } from './search-journal-action'
import { yearWords } from './year-words'
import './site-history.css'

/** Alarms listed on the card; the journal search has all. */
const shown = 5

/** What may have changed a site's past: what is open there, and the last incident that ended. */
const sinceOf = (siteId: string) => (data: ConsoleData) =>
  `${data.room.openIncidents.get(siteId) ?? ''} ${data.room.closedIncidents.at(-1) ?? ''}`

/** How often the site had false alarms, and how its last alarms ended. */
export function SiteHistory({ siteId }: { siteId: string }) {
  const { t } = useTranslation()
  const since = useConsole(sinceOf(siteId))
  const alarms = useRecords('alarms', { siteId, limit: shown }, since)
  const [year] = useRecords('site-year', { siteId }, since).rows
  return (
    <Section
      title={t('records:history.title')}
      aside={<ActionButton action={searchJournalAction} tone="quiet" />}
    >
      {year ? <p className="site-history__year">{yearWords(t, year)}</p> : null}
      {alarms.phase === 'failed' ? (
        <p className="site-history__none">{t('records:unknown')}</p>
      ) : null}
      {alarms.phase === 'found' && alarms.rows.length === 0 ? (
        <p className="site-history__none">{t('records:history.none')}</p>
      ) : null}
      <ol className="site-history">
        {alarms.rows.map((alarm) => (
          <PastAlarm key={alarm.alarmId} alarm={alarm} />
        ))}
      </ol>
      {alarms.behind > 0 ? (
        <p className="site-history__none">{t('records:behind', { count: alarms.behind })}</p>
      ) : null}
    </Section>
  )
}

function PastAlarm({ alarm }: { alarm: AlarmRecord }) {
  const { t } = useTranslation()
  const { raisedAt, kind, disposition, closedBy, acknowledgedBy } = alarm
  const ended =
    disposition !== null
      ? t(`incidents:disposition.${disposition}`)
      : t(acknowledgedBy === null ? 'records:history.unanswered' : 'records:history.open')
  return (
    <li className="site-history__alarm">
      <time>
        {wallDate(raisedAt).date} {wallMinute(raisedAt)}
      </time>
      <strong>{t(`kinds:alarm.${kind}`)}</strong>
      <span className={`site-history__end site-history__end--${endOf(disposition)}`}>{ended}</span>
      <bdi className="site-history__by">{closedBy ?? acknowledgedBy}</bdi>
    </li>
  )
}

const endOf = (disposition: AlarmRecord['disposition']): 'true' | 'other' =>
  disposition === 'true-alarm' ? 'true' : 'other'
