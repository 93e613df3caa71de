import { onDuty } from '../accounts/issuer'
import { stepMark } from '../expected/mark'
import { tableOf } from '../lang/table'
import type { Noun } from '../room/noun'
import { byId, index, plain } from '../room/part'
import type { Room } from '../room/room'
import type { RoomJson } from '../room/room-json'
import { incidentCommands } from './commands'
import { decideClose, decideNote, decideSkip, decideStep } from './decide'
import { foldAlarmAdded, foldClosed, foldNote, foldOpened, foldStep, foldTried } from './fold'
import { incidentEvents } from './incident'
import { incidentProjection } from './projection'
import { decideReopen, foldReopened } from './reopen'

const step = (
  _: Room,
  { data }: { readonly data: { readonly incidentId: string; readonly stepId: string } },
) => [stepMark(data.incidentId, data.stepId)]

const openIncidentsIn = ({ incidents }: RoomJson): Room['openIncidents'] =>
  tableOf(
    incidents.filter(({ phase }) => phase === 'open'),
    ({ siteId }) => siteId,
  ).map(({ id }) => id)

type IncidentParts = 'incidents' | 'openIncidents' | 'closedIncidents'

export const incidents: Noun<typeof incidentEvents, typeof incidentCommands, IncidentParts> = {
  events: incidentEvents,
  folds: {
    'incident-opened': foldOpened,
    'incident-alarm-added': foldAlarmAdded,
    'incident-note-added': foldNote,
    'incident-step-completed': foldStep,
    'incident-step-skipped': foldStep,
    'incident-step-tried': foldTried,
    'incident-closed': foldClosed,
    'incident-reopened': foldReopened,
  },
  marks: {
    'incident-opened': (_, { data }) => [`incident:${data.incidentId}`],
    'incident-closed': (_, { data }) => [`ending-incident:${data.incidentId}`],
    'incident-reopened': (_, { data }) => [`incident:${data.incidentId}`],
    'incident-step-completed': step,
    'incident-step-tried': step,
    'incident-step-skipped': step,
  },
  foundBySiteName: ['incident-opened', 'incident-closed'],
  parts: {
    incidents: byId(),
    openIncidents: index(openIncidentsIn),
    closedIncidents: plain<readonly string[]>([]),
  },
  projections: [incidentProjection],
  commands: incidentCommands,
  rules: {
    'add-note': { may: [...onDuty, 'team'], decide: decideNote },
    'complete-step': { may: onDuty, decide: decideStep },
    'skip-step': { may: onDuty, decide: decideSkip },
    'close-incident': { may: onDuty, decide: decideClose },
    'reopen-incident': { may: onDuty, decide: decideReopen },
  },
}
