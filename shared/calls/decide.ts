import { agreeFirst } from '../accounts/agree-first'
import type { Stamp } from '../accounts/stamp'
import type { Alarm, AlarmEvent } from '../alarms/alarm'
import { isRefusal, openIncidentMeant } from '../incidents/decide'
import type { Incident, IncidentEvent } from '../incidents/incident'
import { incidentMeant, incidentMissing } from '../incidents/meant'
import { choosePlan, ownPlan } from '../incidents/own-plan'
import { nextOf, planProgress } from '../incidents/plan-progress'
import { partsOf } from '../incidents/whole'
import { accept, type Decision, type Refusal, refuse, sentence } from '../lang/decision'
import { isArmedThreat } from '../plans/built-in'
import type { Room } from '../room/room'
import type { Call, CallEvent, Called, CallOutcome } from './call'
import type { CallCommand } from './commands'
import { threatEvents } from './threat'

/** The incident's ringing call, or null. */
export const ringingOf = ({ calls = [] }: Incident): Call | null =>
  calls.findLast(({ phase }) => phase === 'ringing') ?? null

/**
 * Whether the site's telephones must stay silent: under armed threat, or where the plan says so.
 */
export const isSiteSilent = (
  room: Pick<Room, 'plans' | 'sites'>,
  incident: Pick<Incident, 'plan' | 'kind' | 'siteId'>,
): boolean =>
  isArmedThreat(incident.kind) ||
  ownPlan(room, incident).some(({ id }) => id === 'do-not-call-site')

/** Like isSiteSilent, for an alarm nobody has taken yet. */
export const isSilentFor = (
  room: Pick<Room, 'plans' | 'sites' | 'seq'>,
  about: Alarm | Incident,
) =>
  'alarmIds' in about
    ? isSiteSilent(room, about)
    : isSiteSilent(room, {
        ...about,
        plan: { ...choosePlan(room, about, room.seq), asOf: room.seq },
      })

/** Null when this contact may be called now; otherwise why not. */
export function callRefusal(
  room: Pick<Room, 'plans' | 'sites'>,
  incident: Incident,
  { elsewhere }: Pick<Called, 'elsewhere'>,
): Refusal | null {
  const ringing = ringingOf(incident)
  if (ringing)
    return sentence('call-still-ringing', 'Say first what came of the call to {phone}', {
      phone: ringing.phone,
    })
  if (elsewhere || !isSiteSilent(room, incident)) return null
  return sentence(
    'site-not-called',
    'A ringing telephone may cost a life there: the plan says not to call the site',
  )
}

export function decideCall(
  room: Room,
  command: CallCommand<'call-contact'>,
  _: Stamp,
): Decision<CallEvent> {
  const incident = openIncidentMeant(room, command)
  if (isRefusal(incident)) return { outcome: 'refused', refusal: incident }
  const { callId, role, name, phone, elsewhere } = command
  if (incident.calls?.some(({ id }) => id === callId))
    return refuse('id-taken', 'The id {id} is in use already', { id: callId })
  const refusal = callRefusal(room, incident, command)
  if (refusal) return { outcome: 'refused', refusal }
  return accept({
    type: 'incident-call-begun',
    data: { incidentId: incident.id, callId, role, name, phone, ...(elsewhere && { elsewhere }) },
  })
}

/**
 * An outcome is recorded even after the incident was closed: a duress word must not be lost because
 * a colleague was quicker. Another outcome of an ended call corrects it, but a duress word is never
 * taken back: the team goes and looks.
 */
export function decideEndCall(
  room: Room,
  command: CallCommand<'end-call'>,
  { by }: Stamp,
): Decision<CallEvent | AlarmEvent | IncidentEvent> {
  const { callId, outcome, threatId } = command
  const incident = incidentMeant(room, command)
  if (!incident) return { outcome: 'refused', refusal: incidentMissing(room, command) }
  const call = incident.calls?.find(({ id }) => id === callId)
  if (!call) return refuse('call-unknown', 'This incident has no such call')
  if (call.phase === 'ended' && (call.outcome === outcome || call.outcome === 'duress-word'))
    return agreeFirst(
      by,
      { id: call.endedById, name: call.endedBy, at: call.endedAt },
      { code: 'call-already-ended', text: '{by} said at {at} what came of this call' },
    )
  if (outcome === 'duress-word' && room.alarms.has(threatId))
    return refuse('id-taken', 'The id {id} is in use already', { id: threatId })
  const { role, phone } = call
  const incidentId = holderOf(room, incident.id, callId)
  return accept<CallEvent | AlarmEvent | IncidentEvent>(
    {
      type: 'incident-call-ended',
      data: { incidentId, callId, role, phone, outcome },
    },
    ...completedStep(room, incident, outcome),
    ...(outcome === 'duress-word' ? threatEvents(room, incident, { callId, threatId }) : []),
  )
}

/** The call may have begun in an incident that was merged since. */
const holderOf = (room: Room, incidentId: string, callId: string): string => {
  const own = room.incidents.get(incidentId)
  const parts = own ? partsOf(room, own) : []
  return parts.find(({ calls }) => calls?.some(({ id }) => id === callId))?.id ?? incidentId
}

/** Reaching a contact completes the plan's call step, if its turn is now. */
function completedStep(
  room: Room,
  incident: Incident,
  outcome: CallOutcome,
): readonly IncidentEvent[] {
  if (outcome !== 'answered' || incident.phase !== 'open') return []
  const next = nextOf(planProgress(room, incident))
  if (next?.action !== 'call') return []
  const data = { incidentId: incident.id, stepId: next.id, outcome }
  return [{ type: 'incident-step-completed', data }]
}
