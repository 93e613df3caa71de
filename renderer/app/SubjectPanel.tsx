import { useTranslation } from 'react-i18next'
import { useShallow } from 'zustand/react/shallow'
import type { Alarm } from '../../shared/alarms/alarm'
import type { Incident } from '../../shared/incidents/incident'
import type { Site } from '../../shared/sites/site'
import { acknowledgeAction } from '../alarms/acknowledge-action'
import { SignalList } from '../alarms/SignalList'
import { takeNextAction } from '../alarms/take-next-action'
import { ActionButton } from '../console/ActionButton'
import type { Action } from '../console/action'
import { useConsole } from '../console/console-context'
import type { ConsoleData, Selection } from '../console/console-store'
import { useSubject } from '../console/selection'
import { ClosedNote } from '../incidents/ClosedNote'
import { completeStepAction } from '../incidents/complete-step-action'
import { IncidentFoot } from '../incidents/IncidentFoot'
import { IncidentHead } from '../incidents/IncidentHead'
import { IncidentLog } from '../incidents/IncidentLog'
import { LatestEvents } from '../incidents/LatestEvents'
import { NextSteps } from '../incidents/NextSteps'
import { OnTestNote } from '../on-test/OnTestNote'
import { startTestAction } from '../on-test/test-actions'
import { backAction, fasterAction, forwardAction, playAction } from '../replay/replay-actions'
import { HeldCard } from '../signals/HeldCard'
import { attachAccountAction } from '../sites/attach-account-action'
import { findSiteAction } from '../sites/find-site-action'
import { SiteBrief } from '../sites/SiteBrief'
import { SiteCard } from '../sites/SiteCard'
import { SiteHead } from '../sites/SiteHead'
import { dispatchRecommendedAction } from '../teams/dispatch-recommended-action'
import { RecommendationCard } from '../teams/RecommendationCard'
import { RunList } from '../teams/RunList'
import { TeamCard } from '../teams/TeamCard'
import { FoldCard } from '../triage/FoldCard'
import { FoldNote } from '../triage/FoldNote'
import { EmptyState } from '../ui/EmptyState'
import { KeyCap } from '../ui/KeyCap'
import { Section } from '../ui/Section'
import { centreMapAction } from './centre-map-action'
import { showKeysAction } from './show-keys-action'
import './subject-panel.css'

/**
 * The card on the right: what is selected, and what to do about it. The features' parts are put
 * together here.
 */
export function SubjectPanel() {
  const { t } = useTranslation()
  return (
    <section className="subject" aria-label={t('app:panel.incident')}>
      <SubjectParts />
    </section>
  )
}

function SubjectParts() {
  const { t } = useTranslation()
  const { alarm, incident, site, team } = useSubject()
  const selected = useConsole((data) => data.selection !== null)
  const replay = useConsole((data) => data.mode === 'replay')
  const foldId = useConsole((data) =>
    data.selection?.kind === 'fold' ? data.selection.foldId : null,
  )
  const held = useConsole((data) =>
    data.selection?.kind === 'held' ? data.selection.account : null,
  )
  if (foldId !== null) return <FoldCard key={foldId} foldId={foldId} />
  if (held !== null)
    return (
      <HeldCard key={held} account={held} take={acknowledgeAction} attach={attachAccountAction} />
    )
  if (team) return <TeamCard team={team} />
  if (incident) return <IncidentCard key={incident.id} incident={incident} site={site} />
  if (alarm?.phase === 'raised') return <AlarmCard key={alarm.id} alarm={alarm} site={site} />
  if (site)
    return (
      <>
        <SiteHead site={site} />
        <OnTestNote site={site} />
        <SiteActions site={site} />
        <div className="subject__scroll">
          <SiteCard site={site} />
        </div>
      </>
    )
  return selected ? (
    <EmptyState
      text={t('incidents:gone')}
      hint={t(replay ? 'incidents:gone-replay' : 'incidents:gone-hint')}
    />
  ) : (
    <NothingSelected />
  )
}

function AlarmCard({ alarm, site }: { alarm: Alarm; site: Site | null }) {
  const { t } = useTranslation()
  const joins = useConsole((data) =>
    data.room.incidents.get(data.room.openIncidents.get(alarm.siteId) ?? ''),
  )
  return (
    <>
      <IncidentHead alarm={alarm} incident={null} site={site} since={alarm.raisedAt} />
      {site ? <SiteBrief site={site} kind={alarm.kind} /> : null}
      {site ? <OnTestNote site={site} /> : null}
      <FoldNote alarm={alarm} />
      <div className="subject__primary">
        {joins ? (
          <p className="subject__joins">{t('incidents:joins', { name: joins.owner.name })}</p>
        ) : null}
        <ActionButton action={acknowledgeAction} tone="primary" reasonVisible />
      </div>
      <div className="subject__scroll">
        <SignalList alarms={[alarm]} site={site} />
        {site ? (
          <>
            <Section title={t('teams:recommended')}>
              <RecommendationCard site={site} />
            </Section>
            <SiteCard site={site} />
          </>
        ) : null}
      </div>
    </>
  )
}

function IncidentCard({ incident, site }: { incident: Incident; site: Site | null }) {
  const alarms = useConsole(
    useShallow((data) =>
      incident.alarmIds
        .map((id) => data.room.alarms.get(id))
        .filter((alarm) => alarm !== undefined),
    ),
  )
  return (
    <>
      <IncidentHead
        alarm={null}
        incident={incident}
        site={site}
        since={alarms[0]?.raisedAt ?? incident.openedAt}
      />
      {site && incident.phase === 'open' ? <SiteBrief site={site} kind={incident.kind} /> : null}
      {site ? <OnTestNote site={site} /> : null}
      <div className="subject__scroll">
        {incident.phase === 'closed' ? <ClosedNote incident={incident} /> : null}
        <NextSteps
          incident={incident}
          site={site}
          recommendation={site ? <RecommendationCard site={site} /> : null}
        />
        <RunList incident={incident} />
        <SignalList alarms={alarms} site={site} />
        {site ? <SiteCard site={site} /> : null}
        <IncidentLog incident={incident} />
      </div>
      <IncidentFoot incident={incident} />
    </>
  )
}

function SiteActions({ site }: { site: Site }) {
  const about: Selection = { kind: 'site', siteId: site.id }
  return (
    <div className="subject__foot subject__foot--top">
      <ActionButton action={startTestAction} about={about} />
      <ActionButton action={centreMapAction} about={about} />
    </div>
  )
}

/** The keys that matter most when nothing is selected. */
const firstKeys: Readonly<Record<ConsoleData['mode'], readonly Action[]>> = {
  live: [
    takeNextAction,
    acknowledgeAction,
    dispatchRecommendedAction,
    completeStepAction,
    findSiteAction,
    showKeysAction,
  ],
  replay: [playAction, backAction, forwardAction, fasterAction, showKeysAction],
}

function NothingSelected() {
  const { t } = useTranslation()
  const mode = useConsole((data) => data.mode)
  return (
    <div className="subject__scroll">
      <div className="subject__nothing">
        <p className="subject__nothing-title">{t('incidents:nothing')}</p>
        <dl className="subject__keys">
          {firstKeys[mode].map(({ id, keys }) => (
            <div key={id}>
              <dt>
                <KeyCap keys={keys} />
              </dt>
              <dd>{t(`actions:${id}`)}</dd>
            </div>
          ))}
        </dl>
      </div>
      <LatestEvents />
    </div>
  )
}
