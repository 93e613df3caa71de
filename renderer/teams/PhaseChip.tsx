import { useTranslation } from 'react-i18next'
import type { Assignment } from '../../shared/teams/assignment'
import type { Team } from '../../shared/teams/team'
import './phase-chip.css'

/** What a team is doing; during a run, the phase of the run. */
export type DutyPhase =
  | 'available'
  | 'dispatched'
  | 'acknowledged'
  | 'en-route'
  | 'on-scene'
  | 'out-of-service'

export function dutyPhase(team: Team, run: Assignment | null): DutyPhase {
  if (team.phase !== 'assigned') return team.phase
  switch (run?.phase) {
    case 'acknowledged':
    case 'en-route':
    case 'on-scene':
      return run.phase
    default:
      return 'dispatched'
  }
}

// A filling circle shows how far a run is, a cross that a team is unavailable: legible without
// colour (16 × 16).
const marks: Readonly<Record<DutyPhase, { readonly ring: boolean; readonly fill: string }>> = {
  available: { ring: true, fill: '' },
  dispatched: { ring: true, fill: 'M8 8V2a6 6 0 0 1 6 6z' },
  acknowledged: { ring: true, fill: 'M8 2a6 6 0 0 1 0 12z' },
  'en-route': { ring: true, fill: 'M8 8H2a6 6 0 1 0 6-6z' },
  'on-scene': { ring: true, fill: 'M8 2a6 6 0 1 0 0 12A6 6 0 1 0 8 2z' },
  'out-of-service': {
    ring: false,
    fill: 'M3.5 2 8 6.5 12.5 2 14 3.5 9.5 8l4.5 4.5-1.5 1.5L8 9.5 3.5 14 2 12.5 6.5 8 2 3.5z',
  },
}

export function PhaseMark({ phase }: { phase: DutyPhase }) {
  const { ring, fill } = marks[phase]
  return (
    <svg
      className={`phase-mark phase-mark--${phase}`}
      width="16"
      height="16"
      viewBox="0 0 16 16"
      aria-hidden="true"
    >
      {ring ? <circle cx="8" cy="8" r="6" /> : null}
      {fill ? <path d={fill} /> : null}
    </svg>
  )
}

export function PhaseChip({ phase }: { phase: DutyPhase }) {
  const { t } = useTranslation()
  const words =
    phase === 'available' || phase === 'out-of-service'
      ? `kinds:team.${phase}`
      : `kinds:assignment.${phase}`
  return (
    <span className={`phase-chip phase-chip--${phase}`}>
      <PhaseMark phase={phase} />
      <span className="ellipsis">{t(words)}</span>
    </span>
  )
}
