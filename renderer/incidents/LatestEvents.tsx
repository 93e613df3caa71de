import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { latestEvents, type RoomLine } from '../../shared/incidents/latest-events'
import { sceneOf } from '../../shared/incidents/scene'
import { listed } from '../../shared/text/isolated'
import { useConsole, usePorts } from '../console/console-context'
import { logWords } from '../console/log-words'
import { PendingSign } from '../console/PendingChip'
import { selectOnly } from '../console/selection'
import { wallTime } from '../console/time'
import { Panel } from '../ui/Panel'
import { Section } from '../ui/Section'
import './latest-events.css'

/** As many as fill the panel without scrolling. */
const shown = 14

/** What happened last, whoever did it: for the officer who looks up from something else. */
function LatestLines() {
  const { t } = useTranslation()
  const incidents = useConsole((data) => data.room.incidents)
  const openIncidents = useConsole((data) => data.room.openIncidents)
  const closedIncidents = useConsole((data) => data.room.closedIncidents)
  const alarms = useConsole((data) => data.room.alarms)
  const held = useConsole((data) => data.room.held)
  const lines = useMemo(
    () => latestEvents({ alarms, incidents, openIncidents, closedIncidents, held }, shown),
    [alarms, incidents, openIncidents, closedIncidents, held],
  )
  return (
    <>
      {lines.length === 0 ? <p className="latest__none">{t('incidents:latest-none')}</p> : null}
      <ol>
        {lines.map((row) => (
          <li key={`${row.line.seq}${row.about.kind}`}>
            <LatestLine row={row} />
          </li>
        ))}
      </ol>
    </>
  )
}

/** On the card, while nothing is selected. */
export function LatestEvents() {
  const { t } = useTranslation()
  return (
    <Section title={t('incidents:latest')}>
      <LatestLines />
    </Section>
  )
}

/** Beside the teams, where the screen is wide enough. */
export function RoomLog() {
  const { t } = useTranslation()
  return (
    <Panel title={t('incidents:latest')}>
      <LatestLines />
    </Panel>
  )
}

function LatestLine({ row: { line, about, siteId } }: { row: RoomLine }) {
  const { t } = useTranslation()
  const { store } = usePorts()
  const site = useConsole(({ room }) =>
    about.kind === 'incident'
      ? sceneOf(room, room.incidents.get(about.incidentId))
      : room.sites.get(siteId ?? ''),
  )
  const { said } = logWords(t, line)
  const where =
    about.kind === 'held'
      ? t('signals:held.account', { account: about.account })
      : (site?.name ?? t('alarms:unknown-site'))
  return (
    <button
      type="button"
      className={line.type === 'alarm-raised' ? 'latest__line latest__line--alarm' : 'latest__line'}
      title={listed([said, where], '\n')}
      onClick={() => selectOnly(store, about)}
    >
      <time className="latest__time">{wallTime(line.at)}</time>
      <span className="latest__said ellipsis">{said}</span>
      <span className="latest__site ellipsis">{where}</span>
      <PendingSign row={{ row: 'entry', seq: line.seq }} />
    </button>
  )
}
