import { onDuty } from '../accounts/issuer'
import type { incidentEvents } from '../incidents/incident'
import type { Noun } from '../room/noun'
import { byId, index } from '../room/part'
import { alarmEvents } from './alarm'
import { alarmCommands } from './commands'
import { decideAcknowledge, decideTakeAlarms } from './decide'
import { foldAcknowledged, foldRaised, foldReception, foldRestored, foldSignalAdded } from './fold'
import { openAlarmsIn } from './open-alarms'
import { alarmProjection } from './projection'
import { decideRelease, foldReleased } from './release'

export const alarms: Noun<
  typeof alarmEvents,
  typeof alarmCommands,
  'alarms' | 'openAlarms',
  typeof incidentEvents
> = {
  events: alarmEvents,
  folds: {
    'alarm-raised': foldRaised,
    'alarm-signal-added': foldSignalAdded,
    'alarm-reception-added': foldReception,
    'alarm-restored': foldRestored,
    'alarm-acknowledged': foldAcknowledged,
    'alarm-released': foldReleased,
  },
  marks: {
    'alarm-raised': (_, { data }) => [`alarm:${data.alarmId}`],
    'alarm-acknowledged': (_, { data }) => [`alarm:${data.alarmId}`],
    'alarm-released': (_, { data }) => [`alarm:${data.alarmId}`],
  },
  foundBySiteName: ['alarm-raised'],
  parts: { alarms: byId(), openAlarms: index(openAlarmsIn) },
  projections: [alarmProjection],
  commands: alarmCommands,
  rules: {
    'acknowledge-alarm': { may: onDuty, decide: decideAcknowledge },
    'release-alarm': { may: onDuty, decide: decideRelease },
    'take-alarms': { may: onDuty, decide: decideTakeAlarms },
  },
}
