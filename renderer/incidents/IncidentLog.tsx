import { useTranslation } from 'react-i18next'
import type { Incident } from '../../shared/incidents/incident'
import { ActionButton } from '../console/ActionButton'
import { logWords } from '../console/log-words'
import { PendingMark } from '../console/PendingChip'
import { wallTime } from '../console/time'
import { Section } from '../ui/Section'
import { addNoteAction } from './add-note-action'
import './incident-log.css'

export function IncidentLog({ incident }: { incident: Incident }) {
  const { t } = useTranslation()
  return (
    <Section
      title={t('incidents:log-title')}
      aside={<ActionButton action={addNoteAction} tone="quiet" />}
    >
      <ol className="incident-log selectable">
        {[...incident.log].reverse().map((line) => {
          const { said, quoted } = logWords(t, line)
          return (
            <li
              key={line.seq}
              className={`log-line log-line--${line.type}`}
              title={t('incidents:entry', { seq: line.seq })}
            >
              <time className="log-line__time">{wallTime(line.at)}</time>
              <div className="log-line__words">
                <span className="log-line__said">{said}</span>
                <PendingMark row={{ row: 'entry', seq: line.seq }} />
                {quoted ? <span className="log-line__quoted">{quoted}</span> : null}
              </div>
              <span className="log-line__by ellipsis">{line.by}</span>
            </li>
          )
        })}
      </ol>
    </Section>
  )
}
