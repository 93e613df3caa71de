import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Alarm } from '../../shared/alarms/alarm'
import { inLane } from '../../shared/alarms/lane'
import type { AlarmKind, Priority } from '../../shared/codes/kinds'
import type { Incident } from '../../shared/incidents/incident'
import type { SiteRow } from '../../shared/sites/site-row'
import { useNow } from '../console/now'
import { PendingMark } from '../console/PendingChip'
import { duration, wallTime } from '../console/time'
import { Chip } from '../ui/Chip'
import { PriorityMark } from '../ui/PriorityMark'
import { ThreatMark } from '../ui/ThreatMark'
import { HowItCame } from './HowItCame'
import '../ui/subject-head.css'

export interface IncidentHeadProps {
  readonly alarm: Alarm | null
  readonly incident: Incident | null
  readonly site: SiteRow | null
  /** When the first alarm came; the counter starts there. */
  readonly since: number
  /** What to do at once about an alarm nobody has taken. */
  readonly take: ReactNode
}

/** What, where, how urgent, since when and in whose hands: readable from two metres. */
export function IncidentHead({ alarm, incident, site, since, take }: IncidentHeadProps) {
  const { t } = useTranslation()
  const { kind, priority } = incident ?? alarm ?? { kind: 'unknown', priority: 4 as const }
  const state = incident ? incident.phase : 'raised'
  const threat = inLane(kind) ? ' subject-head--threat' : ''
  return (
    <header className={`subject-head subject-head--${state} subject-head--p${priority}${threat}`}>
      <HeadMark kind={kind} priority={priority} taken={state !== 'raised'} />
      <div className="subject-head__what">
        <h2 className="subject-head__kind">{t(`kinds:alarm.${kind}`)}</h2>
        <p className="subject-head__site">{site?.name ?? t('alarms:unknown-site')}</p>
        <p className="subject-head__chips">
          {site && !incident?.place ? (
            <Chip tone={site.category === 'particularly-important' ? 'warn' : 'plain'}>
              {t(`kinds:category.${site.category}`)}
            </Chip>
          ) : null}
          {incident ? <PendingMark row={{ row: 'incident', incident }} /> : null}
          {alarm?.bundleId === undefined ? (
            <InWhoseHands incident={incident} />
          ) : (
            <Chip>{t('triage:alarms')}</Chip>
          )}
        </p>
      </div>
      <Age since={since} until={incident?.phase === 'closed' ? incident.closedAt : null} />
      <HowItCame alarm={alarm} incident={incident} site={site} />
      {take ? <div className="subject-head__take">{take}</div> : null}
    </header>
  )
}

interface HeadMarkProps {
  readonly kind: AlarmKind
  readonly priority: Priority
  readonly taken: boolean
}

/** The mark of its row in the queue, larger. */
function HeadMark({ kind, priority, taken }: HeadMarkProps) {
  const { t } = useTranslation()
  const label = t(`kinds:priority.${priority}`)
  return inLane(kind) ? (
    <ThreatMark label={label} size={48} look={taken ? 'taken' : 'white'} />
  ) : (
    <PriorityMark level={priority} label={label} size={46} taken={taken} />
  )
}

function InWhoseHands({ incident }: { incident: Incident | null }) {
  const { t } = useTranslation()
  if (!incident) return <Chip tone="bad">{t('incidents:unanswered')}</Chip>
  if (incident.phase === 'closed')
    return (
      <Chip tone="quiet">
        {t('incidents:closed-by', { by: incident.closedBy, time: wallTime(incident.closedAt) })}
      </Chip>
    )
  const title = t('incidents:owner-title', { time: wallTime(incident.openedAt) })
  return (
    <Chip tone="accent" title={title}>
      {t('incidents:owner', { name: incident.owner.name, time: wallTime(incident.openedAt) })}
    </Chip>
  )
}

function Age({ since, until }: { since: number; until: number | null }) {
  const { t } = useTranslation()
  const now = useNow()
  return (
    <p className="subject-head__age">
      <span className="subject-head__counter">{duration((until ?? now) - since)}</span>
      <span className="subject-head__since">{t('incidents:since', { time: wallTime(since) })}</span>
    </p>
  )
}
