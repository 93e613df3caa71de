import type { Alarm } from '../../shared/alarms/alarm'
import type { Place } from '../../shared/geo/place'
import type { Incident } from '../../shared/incidents/incident'
import type { Bridge } from '../../shared/ipc/contract'
import { sentence } from '../../shared/lang/decision'
import type { Instant } from '../../shared/lang/instant'
import { SaidError } from '../../shared/lang/said-error'
import type { Paper } from '../../shared/paper/paper'
import type { Room } from '../../shared/room/room'
import type { Site } from '../../shared/sites/site'
import type { Assignment } from '../../shared/teams/assignment'
import { type EntryRange, fixesOf, rangeOf, roomThen } from './gather'

export interface Run {
  readonly run: Assignment
  readonly callSign: string
  /** Its way from the dispatch until it was cleared. */
  readonly track: readonly Place[]
}

/** Everything a report of an incident says. */
export interface IncidentReport {
  readonly at: Instant
  readonly room: Room
  readonly incident: Incident
  readonly site: Site | null
  readonly alarms: readonly Alarm[]
  readonly runs: readonly Run[]
  /** The ways of the teams are not whole. */
  readonly tracksCut: boolean
  readonly entries: EntryRange
}

export async function gatherIncident(
  bridge: Bridge,
  { incidentId, at }: Extract<Paper, { kind: 'incident' }>,
): Promise<IncidentReport> {
  const room = await roomThen(bridge, at)
  const incident = room.incidents.get(incidentId)
  const first = incident?.log[0]
  const last = incident?.log.at(-1)
  if (!incident || !first || !last) throw new SaidError(notThere)
  const site = await bridge.ask('site-card', { siteId: incident.siteId, asOf: room.seq })
  const assignments = incident.assignmentIds.flatMap((id) => room.assignments.get(id) ?? [])
  const ways = await waysOf(bridge, assignments, { afterSeq: first.seq - 1, at })
  return {
    at,
    room,
    incident,
    site,
    alarms: incident.alarmIds.flatMap((id) => room.alarms.get(id) ?? []),
    runs: assignments.map((run) => ({
      run,
      callSign: room.teams.get(run.teamId)?.callSign ?? run.teamId,
      track: ways.of(run),
    })),
    tracksCut: ways.cut,
    entries: await rangeOf(bridge, { first: first.seq, last: last.seq, until: at }),
  }
}

const notThere = sentence(
  'paper-no-incident',
  'this desk’s own copy of the journal has no such incident at that time',
)

const beganAt = ({ times }: Assignment): Instant => times.dispatched ?? 0
const endedAt = ({ times }: Assignment, at: Instant): Instant =>
  times.cleared ?? times.cancelled ?? times.reassigned ?? at

async function waysOf(
  bridge: Bridge,
  runs: readonly Assignment[],
  { afterSeq, at }: { readonly afterSeq: number; readonly at: Instant },
) {
  if (runs.length === 0) return { of: () => [], cut: false }
  const from = Math.min(...runs.map(beganAt))
  const until = Math.max(...runs.map((run) => endedAt(run, at)))
  const { fixes, cut } = await fixesOf(bridge, { afterSeq, from, until })
  const of = (run: Assignment): readonly Place[] =>
    fixes
      .filter(
        (fix) => fix.teamId === run.teamId && fix.at >= beganAt(run) && fix.at <= endedAt(run, at),
      )
      .map(({ lon, lat }) => ({ lon, lat }))
  return { of, cut }
}
