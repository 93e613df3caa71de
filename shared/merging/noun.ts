import { onDuty } from '../accounts/issuer'
import type { alarmEvents } from '../alarms/alarm'
import type { incidentEvents } from '../incidents/incident'
import type { Noun } from '../room/noun'
import type { Room } from '../room/room'
import { mergingCommands } from './commands'
import { decideLink, decideMerge, decideMergeAlarm, decideUnlink, decideUnmerge } from './decide'
import { foldLinked, foldMerged, foldUnlinked, foldUnmerged } from './fold'
import { mergingEvents } from './merging'

const both =
  (...fields: readonly ('incidentId' | 'intoId' | 'fromId' | 'withId')[]) =>
  (_: Room, { data }: { readonly data: { readonly [Field in string]?: string } }) =>
    fields.map((field) => `incident:${data[field] ?? ''}` as const)

/** Incidents that are one event in the world, or related. */
export const merging: Noun<
  typeof mergingEvents,
  typeof mergingCommands,
  never,
  typeof alarmEvents & typeof incidentEvents
> = {
  events: mergingEvents,
  folds: {
    'incident-merged': foldMerged,
    'incident-unmerged': foldUnmerged,
    'incidents-linked': foldLinked,
    'incidents-unlinked': foldUnlinked,
  },
  marks: {
    'incident-merged': both('incidentId', 'intoId'),
    'incident-unmerged': both('incidentId', 'fromId'),
    'incidents-linked': both('incidentId', 'withId'),
    'incidents-unlinked': both('incidentId', 'withId'),
  },
  parts: {},
  projections: [],
  commands: mergingCommands,
  rules: {
    'merge-incident': { may: onDuty, decide: decideMerge },
    'merge-alarm': { may: onDuty, decide: decideMergeAlarm },
    'unmerge-incident': { may: onDuty, decide: decideUnmerge },
    'link-incidents': { may: onDuty, decide: decideLink },
    'unlink-incidents': { may: onDuty, decide: decideUnlink },
  },
}
