import { openAlarms } from '../alarms/queue'
import { isWaiting } from '../alarms/waiting'
import type { AlarmKind, Priority } from '../codes/kinds'
import type { Incident } from '../incidents/incident'
import { nextOf, planProgress, type StepProgress } from '../incidents/plan-progress'
import { isFact } from '../incidents/step-outcome'
import { wholeIncident, wholeOf } from '../incidents/whole'
import type { Instant } from '../lang/instant'
import { testCovering } from '../on-test/tests-of'
import type { Room } from '../room/room'
import { alarmedAccounts, heldPriority, heldWaits } from '../signals/held-alarm'
import { isActive } from '../teams/assignment'
import { stepClock } from '../teams/overdue'
import { assignmentsOf } from '../teams/uncovered'
import { type About, aboutKey } from './escalation'
import { type Graveness, gravenessOf } from './times'

/** Something that waits for a person, for however long. */
export interface Waiting {
  readonly key: string
  readonly about: About
  readonly kind: AlarmKind
  readonly grave: Graveness
  /** Since when it waits; a crew's report waits from the moment it is late. */
  readonly since: Instant
  /** Who has it in hand; null while nobody does. */
  readonly ownerId: string | null
  readonly siteId: string | null
  readonly zone: string | null
}

interface Facts {
  readonly kind: AlarmKind
  readonly priority: Priority
  readonly since: Instant
  readonly ownerId?: string
  readonly siteId?: string
  readonly zone?: string | null
}

const waiting = (about: About, facts: Facts): Waiting => ({
  key: aboutKey(about),
  about,
  kind: facts.kind,
  grave: gravenessOf(facts.kind, facts.priority),
  since: facts.since,
  ownerId: facts.ownerId ?? null,
  siteId: facts.siteId ?? null,
  zone: facts.zone ?? null,
})

/** What waits under this name, or null when nothing does any more. */
export function waitOf(room: Room, about: About): Waiting | null {
  switch (about.waits) {
    case 'unowned':
      return about.account === undefined ? unowned(room, about) : unknown(room, about)
    case 'no-team':
      return withoutTeam(room, about)
    case 'crew':
      return lateCrew(room, about)
    case 'step':
      return idleStep(room, about)
  }
}

function unowned(room: Room, about: About): Waiting | null {
  const alarm = room.alarms.get(about.alarmId ?? '')
  if (!alarm || !isWaiting(alarm)) return null
  const { kind, priority, raisedAt: since, siteId, zone } = alarm
  return waiting(about, { kind, priority, since, siteId, zone })
}

function unknown(room: Room, about: About): Waiting | null {
  const row = room.held.get(about.account ?? '')
  if (!row || !heldWaits(row)) return null
  const { kind, raisedAt: since } = row.alarm
  return waiting(about, { kind, priority: heldPriority, since })
}

const openIncident = (room: Room, { incidentId = '' }: About): Incident | null => {
  const incident = wholeIncident(room, incidentId)
  return incident?.phase === 'open' ? incident : null
}

const factsOf = ({ kind, priority, siteId, owner }: Incident): Omit<Facts, 'since'> => ({
  ...{ kind, priority, siteId, ownerId: owner.id },
})

function withoutTeam(room: Room, about: About): Waiting | null {
  const incident = openIncident(room, about)
  if (!incident) return null
  const toSend = planProgress(room, incident).some(
    ({ action, done }) => action === 'dispatch' && !done,
  )
  if (!toSend) return null
  const since = assignmentsOf(room, incident).reduce(
    (last, { times }) => Math.max(last, times.cancelled ?? 0, times.reassigned ?? 0),
    incident.openedAt,
  )
  return waiting(about, { ...factsOf(incident), since })
}

function lateCrew(room: Room, about: About): Waiting | null {
  const run = room.assignments.get(about.assignmentId ?? '')
  const incident = run && openIncident(room, { waits: 'crew', incidentId: run.incidentId })
  if (!run || !incident || run.phase !== about.phase) return null
  const { dueAt } = stepClock(run)
  return dueAt === null ? null : waiting(about, { ...factsOf(incident), since: dueAt })
}

function idleStep(room: Room, about: About): Waiting | null {
  const incident = openIncident(room, about)
  if (!incident) return null
  const plan = planProgress(room, incident)
  const next = nextOf(plan)
  if (!next || next.id !== about.stepId || isFact(next)) return null
  return waiting(about, { ...factsOf(incident), since: lastDone(room, incident, plan) })
}

/** When somebody last did something about an incident, by its plan, log or teams. */
function lastDone(room: Room, incident: Incident, plan: readonly StepProgress[]): Instant {
  const done = plan.flatMap((step) => [step.done?.at ?? 0, step.tried?.at ?? 0])
  const notes = incident.log.flatMap(({ type, at }) => (type === 'incident-note-added' ? [at] : []))
  const runs = assignmentsOf(room, incident).map((run) => stepClock(run).since)
  return [...done, ...notes, ...runs].reduce((last, at) => Math.max(last, at), incident.openedAt)
}

/** Everything that waits in a room, in no order. */
export function waitingNow(room: Room): readonly Waiting[] {
  return namesOf(room).flatMap((about) => waitOf(room, about) ?? [])
}

function namesOf(room: Room): readonly About[] {
  const names: About[] = openAlarms(room).waiting.map(({ id }) => ({
    waits: 'unowned',
    alarmId: id,
  }))
  for (const row of alarmedAccounts(room.held))
    if (heldWaits(row)) names.push({ waits: 'unowned', account: row.account })
  for (const incidentId of room.openIncidents.values()) {
    const own = room.incidents.get(incidentId)
    // What is merged waits as one.
    if (!own || own.mergedInto !== undefined) continue
    const incident = wholeOf(room, own)
    names.push({ waits: 'no-team', incidentId })
    const next = nextOf(planProgress(room, incident))
    if (next) names.push({ waits: 'step', incidentId, stepId: next.id })
    for (const run of assignmentsOf(room, incident).filter(isActive))
      names.push({ waits: 'crew', incidentId, assignmentId: run.id, phase: run.phase })
  }
  return names
}

export const mayEscalate = (room: Room, { grave, siteId, zone }: Waiting, at: Instant): boolean =>
  grave === 'threat' || siteId === null || testCovering(room, siteId, zone, at) === undefined
