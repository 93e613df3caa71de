import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { latestEvents } from '../../shared/incidents/latest-events'
import { useConsole, usePorts } from '../console/console-context'
import { selectOnly } from '../console/selection'
import { wallTime } from '../console/time'
import { Section } from '../ui/Section'
import { logWords } from './log-words'
import './latest-events.css'

/** As many as fill the panel without scrolling. */
const shown = 14

/** What happened last, whoever did it: for the officer who looks up from something else. */
export function LatestEvents() {
  const { t } = useTranslation()
  const { store } = usePorts()
  const incidents = useConsole((data) => data.room.incidents)
  const openIncidents = useConsole((data) => data.room.openIncidents)
  const closedIncidents = useConsole((data) => data.room.closedIncidents)
  const alarms = useConsole((data) => data.room.alarms)
  const held = useConsole((data) => data.room.held)
  const sites = useConsole((data) => data.room.sites)
  const lines = useMemo(
    () => latestEvents({ alarms, incidents, openIncidents, closedIncidents, held }, shown),
    [alarms, incidents, openIncidents, closedIncidents, held],
  )
  return (
    <Section title={t('incidents:latest')}>
      {lines.length === 0 ? <p className="latest__none">{t('incidents:latest-none')}</p> : null}
      <ol>
        {lines.map(({ line, about, siteId }) => (
          <li key={`${line.seq}${about.kind}`}>
            <button
              type="button"
              className={
                line.type === 'alarm-raised' ? 'latest__line latest__line--alarm' : 'latest__line'
              }
              onClick={() => selectOnly(store, about)}
            >
              <time className="latest__time">{wallTime(line.at)}</time>
              <span className="latest__said ellipsis">{logWords(t, line).said}</span>
              <span className="latest__site ellipsis">
                {about.kind === 'held'
                  ? t('signals:held.account', { account: about.account })
                  : (sites.get(siteId ?? '')?.name ?? t('alarms:unknown-site'))}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </Section>
  )
}
