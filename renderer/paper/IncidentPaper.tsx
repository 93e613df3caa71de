import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Incident, StepDone } from '../../shared/incidents/incident'
import { planProgress } from '../../shared/incidents/plan-progress'
import { assignmentPhases } from '../../shared/teams/assignment'
import { listed } from '../../shared/text/isolated'
import { logWords } from '../console/log-words'
import { causeWords, meaningWords } from '../console/meaning-words'
import { sayPath } from '../console/path-words'
import { duration, wallTime } from '../console/time'
import { sayZone } from '../console/zone-words'
import type { IncidentReport, Run } from './gather-incident'
import { Facts, PaperFrame, PaperTable, paperMoment } from './PaperFrame'
import { WaysMap } from './WaysMap'

/** The whole incident on paper: what it was, who did what and when, and what proves it. */
export function IncidentPaper({ report }: { report: IncidentReport }) {
  const { t } = useTranslation()
  const { incident, site, room, entries } = report
  return (
    <PaperFrame
      title={t('paper:incident.title', { kind: t(`kinds:alarm.${incident.kind}`) })}
      subtitle={listed([site?.name, site?.address, site?.town], ', ')}
      room={room}
      entries={entries}
    >
      <IncidentFacts report={report} />
      {site ? <WaysMap at={site.location} report={report} /> : null}
      <Plan report={report} />
      <Teams runs={report.runs} />
      <Signals report={report} />
      <Timeline incident={incident} />
    </PaperFrame>
  )
}

function IncidentFacts({ report: { incident, site, room, at } }: { report: IncidentReport }) {
  const { t } = useTranslation()
  const closed = incident.phase === 'closed' ? incident : null
  const people = [...new Set(incident.log.map(({ by }) => by))]
  const place = site && `${site.location.lat.toFixed(5)}, ${site.location.lon.toFixed(5)}`
  return (
    <Facts
      facts={[
        [t('paper:incident.priority'), String(incident.priority)],
        [t('paper:incident.account'), site?.account ?? null],
        [t('paper:incident.place'), place],
        [t('paper:incident.opened'), paperMoment(incident.openedAt)],
        [t('paper:incident.owner'), incident.owner.name],
        [
          t('paper:incident.closed'),
          closed
            ? t('paper:incident.closed-by', {
                at: paperMoment(closed.closedAt),
                by: closed.closedBy,
                took: duration(closed.closedAt - incident.openedAt),
              })
            : t('paper:incident.still-open', { at: paperMoment(at) }),
        ],
        [
          t('paper:incident.disposition'),
          closed ? t(`incidents:disposition.${closed.disposition}`) : null,
        ],
        [t('paper:incident.remark'), closed?.remark ?? null],
        [t('paper:incident.people'), people.join(', ')],
        [t('paper:incident.as-of'), paperMoment(Math.min(at, room.at))],
      ]}
    />
  )
}

function Plan({ report: { room, incident } }: { report: IncidentReport }) {
  const { t } = useTranslation()
  return (
    <PaperTable
      caption={t('incidents:plan')}
      columns={[
        t('paper:column.step'),
        t('paper:column.outcome'),
        t('paper:column.time'),
        t('paper:column.by'),
      ]}
      rows={planProgress(room, incident).map(({ id, done, tried }) => {
        const last = done ?? tried
        return [
          id,
          t(`steps:${id}.text`),
          outcomeOf(t, done, tried),
          last ? wallTime(last.at) : '',
          last?.by ?? '',
        ]
      })}
      empty={t('paper:none')}
    />
  )
}

function outcomeOf(t: TFunction, done: StepDone | null, tried: StepDone | null): string {
  const said = (step: StepDone) => (step.outcome ? t(`incidents:outcome.${step.outcome}`) : null)
  if (done?.skipped !== undefined) return `${t('incidents:step-skipped')}: ${done.skipped}`
  if (done) return said(done) ?? t('paper:incident.step-done')
  if (tried) return t('paper:incident.step-tried', { outcome: said(tried) })
  return t('paper:incident.step-open')
}

function Teams({ runs }: { runs: readonly Run[] }) {
  const { t } = useTranslation()
  return (
    <PaperTable
      caption={t('paper:incident.teams')}
      columns={[
        t('teams:column.sign'),
        ...assignmentPhases.slice(0, 5).map((phase) => t(`kinds:assignment.${phase}`)),
        t('paper:column.remark'),
      ]}
      rows={runs.map(({ run, callSign }) => [
        run.id,
        callSign,
        ...assignmentPhases.slice(0, 5).map((phase) => {
          const at = run.times[phase]
          return at === undefined ? '–' : wallTime(at)
        }),
        listed(
          [
            t(run.reason.recommended ? 'teams:sent-recommended' : 'teams:sent-by-choice', {
              by: run.dispatchedBy,
            }),
            run.phase === 'cancelled' || run.phase === 'reassigned'
              ? t(`kinds:assignment.${run.phase}`)
              : null,
          ],
          ' · ',
        ),
      ])}
      empty={t('paper:incident.no-teams')}
    />
  )
}

function Signals({ report: { alarms, site } }: { report: IncidentReport }) {
  const { t } = useTranslation()
  const signals = alarms.flatMap((alarm) => alarm.signals).sort((a, b) => a.seq - b.seq)
  const all = alarms.reduce((sum, { signalCount }) => sum + signalCount, 0)
  return (
    <>
      <PaperTable
        caption={t('incidents:signals')}
        columns={[
          t('paper:column.time'),
          t('paper:column.code'),
          t('paper:column.what'),
          t('paper:column.way'),
          t('paper:column.entry'),
        ]}
        rows={signals.map((signal) => [
          signal.seq,
          paperMoment(signal.at),
          signal.code,
          listed(
            [
              signal.restoral
                ? listed([t('alarms:restored'), causeWords(t, signal)], ': ')
                : meaningWords(t, signal),
              sayZone(t, site ?? undefined, signal.zone),
              signal.text,
            ],
            ' · ',
          ),
          signal.receptions.map(({ path }) => sayPath(t, path)).join(', '),
          signal.seq,
        ])}
        empty={t('paper:none')}
      />
      {all > signals.length ? (
        <p>{t('incidents:more-signals', { count: all - signals.length })}</p>
      ) : null}
    </>
  )
}

function Timeline({ incident }: { incident: Incident }) {
  const { t } = useTranslation()
  return (
    <PaperTable
      caption={t('paper:incident.timeline')}
      columns={[
        t('paper:column.time'),
        t('paper:column.what'),
        t('paper:column.by'),
        t('paper:column.entry'),
      ]}
      rows={incident.log.map((line) => {
        const { said, quoted } = logWords(t, line)
        return [
          line.seq,
          paperMoment(line.at),
          <>
            {said}
            {quoted === null ? null : <q>{quoted}</q>}
          </>,
          line.by,
          line.seq,
        ]
      })}
      empty={t('paper:none')}
    />
  )
}
