import type { Room } from '../room/room'
import { isGraver } from './gravest'
import type { Incident, LogLine } from './incident'

type Incidents = Pick<Room, 'incidents'>

interface Made {
  readonly parts: readonly Incident[]
  readonly whole: Incident
}
const made = new WeakMap<Incident, Made>()

/** The incident that one merged into others is worked on with; itself when it is not merged. */
export function rootOf(room: Incidents, incident: Incident): Incident {
  const into =
    incident.mergedInto === undefined ? undefined : room.incidents.get(incident.mergedInto)
  return into ? rootOf(room, into) : incident
}

/** The incident and everything merged into it, in the order of merging. */
export function partsOf(room: Incidents, incident: Incident): readonly Incident[] {
  const merged = (incident.merged ?? []).flatMap((id) => room.incidents.get(id) ?? [])
  return [incident, ...merged.flatMap((part) => partsOf(room, part))]
}

/**
 * The incident together with what is merged into it: their alarms, teams, steps, calls, reports and
 * log, led by the gravest. Nothing of it is stored. Each part keeps its own, so unmerging gives
 * back exactly what was there. The same object as long as no part has changed.
 */
export function wholeOf(room: Incidents, incident: Incident): Incident {
  if (incident.merged === undefined) return incident
  const parts = partsOf(room, incident)
  const known = made.get(incident)
  if (known && sameParts(known.parts, parts)) return known.whole
  const whole = parts.slice(1).reduce(joined, incident)
  made.set(incident, { parts, whole })
  return whole
}

/** The incident of this id as it is worked on: the whole of what it is part of. */
export function wholeIncident(room: Incidents, incidentId: string): Incident | undefined {
  const incident = room.incidents.get(incidentId)
  return incident && wholeOf(room, rootOf(room, incident))
}

const sameParts = (a: readonly Incident[], b: readonly Incident[]): boolean =>
  a.length === b.length && a.every((part, at) => part === b[at])

function joined(whole: Incident, part: Incident): Incident {
  const lead = isGraver(part, whole) ? part : whole
  const plan = lead.plan ?? whole.plan
  const upwards = whole.plan?.upwards === true || part.plan?.upwards === true
  return {
    ...whole,
    kind: lead.kind,
    priority: lead.priority,
    ...(plan && { plan: upwards ? { ...plan, upwards } : plan }),
    alarmIds: [...whole.alarmIds, ...part.alarmIds],
    assignmentIds: [...whole.assignmentIds, ...part.assignmentIds],
    steps: { ...part.steps, ...whole.steps },
    ...((whole.tries ?? part.tries) && { tries: { ...part.tries, ...whole.tries } }),
    ...((whole.calls ?? part.calls) && { calls: bySeq(whole.calls, part.calls) }),
    ...((whole.reports ?? part.reports) && { reports: bySeq(whole.reports, part.reports) }),
    log: oncePerEntry(bySeq(whole.log, part.log)),
  }
}

const bySeq = <Row extends { readonly seq: number }>(
  a: readonly Row[] = [],
  b: readonly Row[] = [],
): readonly Row[] => [...a, ...b].sort((one, other) => one.seq - other.seq)

/** A merge stands in the logs of both. */
const oncePerEntry = (lines: readonly LogLine[]): readonly LogLine[] =>
  lines.filter((line, at) => line.seq !== lines[at - 1]?.seq)
