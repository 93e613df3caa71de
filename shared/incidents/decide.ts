import { agreeFirst } from '../accounts/agree-first'
import type { Stamp } from '../accounts/stamp'
import { clockTime } from '../lang/clock-time'
import { accept, type Decision, type Refusal, refuse, sentence } from '../lang/decision'
import type { PlanStep } from '../plans/steps'
import type { Room } from '../room/room'
import { isActive } from '../teams/assignment'
import type { IncidentCommand } from './commands'
import type { Incident, IncidentEvent } from './incident'
import { incidentMeant, incidentMissing, type Meant } from './meant'
import { ownPlan } from './own-plan'
import { isFact, isStillToDo, outcomesOf } from './step-outcome'
import { partsOf, wholeIncident } from './whole'

/** The incident a command is about, or the reason why it cannot be worked on. */
export function openIncidentMeant(room: Room, meant: Meant): Incident | Refusal {
  const incident = incidentMeant(room, meant)
  if (!incident) return incidentMissing(room, meant)
  return incidentRefusal(incident) ?? incident
}
export const isRefusal = (value: Incident | Refusal): value is Refusal => 'code' in value

/** Null when the incident can still be worked on, otherwise the reason. */
export function incidentRefusal(incident: Incident | undefined): Refusal | null {
  if (!incident) return sentence('incident-unknown', 'This incident is not in the room any more')
  if (incident.phase === 'closed')
    return sentence('incident-closed', '{by} closed this incident at {at}', {
      by: incident.closedBy,
      at: clockTime(incident.closedAt),
    })
  return null
}

export function decideNote(
  room: Room,
  command: IncidentCommand<'add-note'>,
  stamp: Stamp,
): Decision<IncidentEvent> {
  const { noteId, text } = command
  const incident = incidentMeant(room, command)
  // A note may be added after closing too: the record needs what is learnt late.
  if (!incident) return { outcome: 'refused', refusal: incidentMissing(room, command) }
  if (stamp.by.kind === 'team' && !isOnIncident(room, incident, stamp.by.id))
    return refuse('not-your-incident', 'Only teams sent to this incident may add to it')
  return accept({ type: 'incident-note-added', data: { incidentId: incident.id, noteId, text } })
}

export function decideStep(
  room: Room,
  command: IncidentCommand<'complete-step'>,
  { by }: Stamp,
): Decision<IncidentEvent> {
  const { stepId, outcome } = command
  const meant = stepMeant(room, command, by)
  if ('decision' in meant) return meant.decision
  const { incident, step } = meant
  if (isFact(step)) return { outcome: 'refused', refusal: byFactOnly }
  const possible = outcomesOf(step)
  if (outcome === undefined && possible.length > 0)
    return refuse('outcome-needed', 'Say what came of it: the journal will be asked')
  if (outcome !== undefined && !possible.includes(outcome))
    return refuse('outcome-unfit', 'This cannot come of the step {step}', { step: stepId })
  const told = { incidentId: incident.id, stepId }
  if (outcome === undefined) return accept({ type: 'incident-step-completed', data: told })
  if (isStillToDo(step, outcome))
    return accept({ type: 'incident-step-tried', data: { ...told, outcome } })
  return accept({ type: 'incident-step-completed', data: { ...told, outcome } })
}

/** The answer to an officer who tries to tick off something that has not happened. */
export const byFactOnly: Refusal = sentence(
  'step-by-fact',
  'This step completes itself when it has happened; to go on without it, skip it and say why',
)

export function decideSkip(
  room: Room,
  command: IncidentCommand<'skip-step'>,
  { by }: Stamp,
): Decision<IncidentEvent> {
  const { stepId, reason } = command
  const meant = stepMeant(room, command, by)
  if ('decision' in meant) return meant.decision
  if (meant.step.action === 'close')
    return refuse(
      'step-not-skippable',
      'An incident is closed with its cause; that step cannot be skipped',
    )
  return accept({
    type: 'incident-step-skipped',
    data: { incidentId: meant.incident.id, stepId, reason },
  })
}

/** The step a command is about if it is still to do, otherwise what to answer. */
function stepMeant(
  room: Room,
  command: IncidentCommand<'complete-step' | 'skip-step'>,
  by: Stamp['by'],
):
  | { readonly incident: Incident; readonly step: PlanStep }
  | { readonly decision: Decision<IncidentEvent> } {
  const { stepId } = command
  const incident = openIncidentMeant(room, command)
  if (isRefusal(incident)) return { decision: { outcome: 'refused', refusal: incident } }
  const step = ownPlan(room, incident).find(({ id }) => id === stepId)
  if (step === undefined) {
    const text = 'The response plan of this incident has no step {step}'
    return { decision: refuse('step-unknown', text, { step: stepId }) }
  }
  const done = incident.steps[stepId]
  // A step that an earlier version let somebody tick off, although only a fact completes it, may
  // still be skipped.
  if (!done || (isFact(step) && done.skipped === undefined)) return { incident, step }
  const first = { id: done.byId, name: done.by, at: done.at }
  return {
    decision: agreeFirst(by, first, { code: 'step-already-done', text: '{by} did this at {at}' }),
  }
}

/**
 * Null when the incident may be closed, otherwise the reason: a team still out would be forgotten.
 */
export function closeRefusal(room: Room, incident: Incident | undefined): Refusal | null {
  const refusal = incidentRefusal(incident)
  if (refusal || !incident) return refusal
  const team = incident.assignmentIds
    .map((id) => room.assignments.get(id))
    .filter((assignment) => assignment !== undefined)
    .find(isActive)
  if (!team) return null
  return sentence(
    'team-still-assigned',
    '{team} is still on this incident: clear or cancel it first',
    {
      team: room.teams.get(team.teamId)?.callSign ?? team.teamId,
    },
  )
}

/** Whoever closes their own incident has not seen the one that a colleague opened in its place. */
function notYours(room: Room, command: IncidentCommand<'close-incident'>): Refusal {
  const other = incidentMeant(room, command)
  if (!other) return incidentMissing(room, command)
  return sentence(
    'incident-of-another',
    '{by} has this alarm in another incident: look at it, then close that one',
    {
      by: other.owner.name,
    },
  )
}

export function decideClose(
  room: Room,
  command: IncidentCommand<'close-incident'>,
  { by }: Stamp,
): Decision<IncidentEvent> {
  const { incidentId, disposition, remark } = command
  const incident = wholeIncident(room, incidentId)
  if (!incident) return { outcome: 'refused', refusal: notYours(room, command) }
  if (incident.phase === 'closed' && incident.disposition === disposition)
    return agreeFirst(
      by,
      { id: incident.closedById, name: incident.closedBy, at: incident.closedAt },
      { code: 'incident-already-closed', text: '{by} closed it first, at {at}' },
    )
  const refusal = closeRefusal(room, incident)
  if (refusal) return { outcome: 'refused', refusal }
  // What was merged into it ends with it, each by an entry of its own.
  const parts = partsOf(room, room.incidents.get(incident.id) ?? incident)
  return accept(
    ...parts.toReversed().map(
      ({ id }): IncidentEvent => ({
        type: 'incident-closed',
        data: { incidentId: id, disposition, remark },
      }),
    ),
  )
}

const isOnIncident = (room: Room, incident: Incident, teamId: string): boolean =>
  incident.assignmentIds.some((id) => room.assignments.get(id)?.teamId === teamId)
