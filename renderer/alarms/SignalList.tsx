import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Alarm, AlarmSignal } from '../../shared/alarms/alarm'
import type { SiteRow } from '../../shared/sites/site-row'
import { listed } from '../../shared/text/isolated'
import { NamedAction } from '../console/feature-parts'
import { causeWords, meaningWords } from '../console/meaning-words'
import { wallTime } from '../console/time'
import { sayZone } from '../console/zone-words'
import { Button } from '../ui/Button'
import { Section } from '../ui/Section'
import { SignalMarks } from './SignalMarks'
import './signal-list.css'

/** Shown at first. The head says where it is; what else was reported is one press away. */
const shownFirst = 1

export interface SignalListProps {
  readonly alarms: readonly Alarm[]
  readonly site: SiteRow | null
}

/** What the panel reported, newest first: when, where in the building, what. */
export function SignalList({ alarms, site }: SignalListProps) {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  const signals = alarms.flatMap((alarm) => alarm.signals).sort((a, b) => b.seq - a.seq)
  const count = alarms.reduce((sum, alarm) => sum + alarm.signalCount, 0)
  const shown = all ? signals : signals.slice(0, shownFirst)
  const more = signals.length - shown.length
  return (
    <Section
      title={t('incidents:signals')}
      aside={
        <>
          {t('alarms:signals', { count })} <NamedAction id="show-raw-signals" tone="quiet" />
        </>
      }
    >
      <ol className="signal-list selectable">
        {shown.map((signal) => (
          <SignalLine key={signal.seq} signal={signal} site={site} />
        ))}
      </ol>
      {more > 0 ? (
        <Button tone="quiet" onClick={() => setAll(true)}>
          {t('incidents:more-signals', { count: more })}
        </Button>
      ) : null}
    </Section>
  )
}

function SignalLine({ signal, site }: { signal: AlarmSignal; site: SiteRow | null }) {
  const { t } = useTranslation()
  const { at, zone, code, restoral } = signal
  const place = sayZone(t, site ?? undefined, zone)
  return (
    <li className={restoral ? 'signal signal--restored' : 'signal'}>
      <time className="signal__time">{wallTime(at)}</time>
      <div className="signal__words">
        {place ? <span className="signal__zone">{place}</span> : null}
        <span className="signal__meaning">
          {restoral
            ? listed([t('alarms:restored'), causeWords(t, signal)], ': ')
            : meaningWords(t, signal)}
        </span>
      </div>
      <code className="signal__code" title={t('incidents:code')}>
        {code}
      </code>
      <div className="signal__marks">
        <SignalMarks signal={signal} site={site} />
      </div>
    </li>
  )
}
