import { useTranslation } from 'react-i18next'
import {
  type Assignment,
  type AssignmentPhase,
  isActive,
  progressSteps,
} from '../../shared/teams/assignment'
import { isOverdue, stepClock } from '../../shared/teams/overdue'
import { ActionButton } from '../console/ActionButton'
import { useConsole } from '../console/console-context'
import type { Selection } from '../console/console-store'
import { sayDistance, sayMinutes } from '../console/figures'
import { useNow } from '../console/now'
import { PendingChip, PendingMark, usePending } from '../console/PendingChip'
import { duration, wallTime } from '../console/time'
import { useAction } from '../console/use-action'
import { Button } from '../ui/Button'
import { cancelDispatchAction } from './cancel-dispatch-action'
import { reassignTeamAction } from './reassign-team-action'
import { nextProgress, reportProgressAction } from './report-progress-action'
import './run-row.css'

/**
 * One team on one incident: its progress, since when, whether somebody should ask, and what can be
 * done.
 */
export function RunRow({ run }: { run: Assignment }) {
  const { t } = useTranslation()
  const team = useConsole((data) => data.room.teams.get(run.teamId))
  const callSign = team?.callSign ?? run.teamId
  if (!isActive(run)) return <EndedRun run={run} callSign={callSign} />
  return (
    <article className="run" aria-label={callSign}>
      <RunState run={run} callSign={callSign} />
      <ProgressLine run={run} />
      <p className="run__why">{whySent(t, run)}</p>
      <RunButtons run={run} />
    </article>
  )
}

function RunState({ run, callSign }: { run: Assignment; callSign: string }) {
  const { t } = useTranslation()
  const now = useNow()
  const { since } = stepClock(run)
  const pending = usePending({ row: 'run', assignmentId: run.id })
  const overdue = !pending && isOverdue(run, now)
  return (
    <p className={overdue ? 'run__state run__state--overdue' : 'run__state'}>
      <strong className="run__sign">{callSign}</strong>
      {pending ? (
        <PendingChip what={pending} />
      ) : (
        <span className="run__phase">{t(`kinds:assignment.${run.phase}`)}</span>
      )}
      {overdue ? <span className="run__overdue">{t(`teams:overdue.${run.phase}`)}</span> : null}
      <span className="run__age" title={t('incidents:since', { time: wallTime(since) })}>
        {duration(now - since)}
      </span>
    </p>
  )
}

const steps: readonly AssignmentPhase[] = ['dispatched', ...progressSteps]

function ProgressLine({ run }: { run: Assignment }) {
  const { t } = useTranslation()
  return (
    <ol className="progress-line">
      {steps.map((step) => {
        const at = run.times[step]
        const state = step === run.phase ? 'current' : at === undefined ? 'open' : 'done'
        return (
          <li
            key={step}
            className={`progress-line__step progress-line__step--${state}`}
            aria-current={state === 'current' ? 'step' : undefined}
          >
            <span className="progress-line__word">{t(`kinds:assignment.${step}`)}</span>
            <span className="progress-line__time">{at === undefined ? '–' : wallTime(at)}</span>
          </li>
        )
      })}
    </ol>
  )
}

function RunButtons({ run }: { run: Assignment }) {
  const { t } = useTranslation()
  const about: Selection = { kind: 'team', teamId: run.teamId }
  const report = useAction(reportProgressAction, about)
  const next = nextProgress(run)
  return (
    <div className="run__buttons">
      {next ? (
        <div className="run__report">
          <Button
            keys={reportProgressAction.keys}
            disabledReason={report.disabledReason}
            onClick={report.run}
          >
            {t('teams:by-radio', { phase: t(`kinds:assignment.${next}`) })}
          </Button>
        </div>
      ) : null}
      <ActionButton action={reassignTeamAction} about={about} tone="quiet" />
      <ActionButton action={cancelDispatchAction} about={about} tone="quiet" />
    </div>
  )
}

function EndedRun({ run, callSign }: { run: Assignment; callSign: string }) {
  const { t } = useTranslation()
  const ended = run.times[run.phase] ?? 0
  const took = duration(ended - (run.times.dispatched ?? ended))
  return (
    <p className="run run--ended">
      <strong>{callSign}</strong> {t(`kinds:assignment.${run.phase}`)} {wallTime(ended)} ·{' '}
      {t('teams:took', { time: took })} <PendingMark row={{ row: 'run', assignmentId: run.id }} />
    </p>
  )
}

function whySent(
  t: ReturnType<typeof useTranslation>['t'],
  { reason, dispatchedBy }: Assignment,
): string {
  const parts = [
    t(reason.recommended ? 'teams:sent-recommended' : 'teams:sent-by-choice', { by: dispatchedBy }),
  ]
  if (reason.metres !== null) parts.push(sayDistance(t, reason.metres))
  if (reason.seconds !== null) parts.push(`≈ ${sayMinutes(t, reason.seconds)}`)
  return parts.join(' · ')
}
