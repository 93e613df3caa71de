import { type CodeRule, rule } from './rule'
import { type CodeRow, cidRows } from './tables'

const technicalStatus = rule('technical', 'status')
const technicalTrouble = rule('technical', 'trouble')
const powerTrouble = rule('power', 'trouble')
const tamperAlarm = rule('tamper', 'alarm')
const gasAlarm = rule('gas', 'alarm')
const duressAlarm = rule('duress', 'alarm')
const holdUpAlarm = rule('hold-up', 'alarm')
const burglaryAlarm = rule('burglary', 'alarm')
const communicationTrouble = rule('communication', 'trouble')

/** Codes whose category is too wide to tell the cause. */
const byCode: Readonly<Record<string, CodeRule>> = {
  // Close to alarm level: not yet the alarm, but worth a look before it is one.
  118: rule('fire', 'alarm', 2),
  138: rule('burglary', 'alarm', 3),
  121: duressAlarm,
  124: duressAlarm,
  125: duressAlarm,
  122: holdUpAlarm,
  126: holdUpAlarm,
  151: gasAlarm,
  162: gasAlarm,
  155: burglaryAlarm,
  301: powerTrouble,
  302: powerTrouble,
  308: powerTrouble,
  309: powerTrouble,
  311: powerTrouble,
  312: powerTrouble,
  314: powerTrouble,
  316: rule('tamper', 'trouble'),
  337: powerTrouble,
  338: powerTrouble,
  342: powerTrouble,
  344: communicationTrouble,
  // The zone was violated when the exit delay ended, and the siren went (SIA's EA).
  374: burglaryAlarm,
  384: powerTrouble,
  // The panel, or its way to us, is being switched off.
  414: technicalTrouble,
  415: communicationTrouble,
  551: communicationTrouble,
  552: communicationTrouble,
  423: burglaryAlarm,
  426: technicalTrouble,
  427: technicalTrouble,
  428: technicalTrouble,
  431: technicalTrouble,
  432: technicalTrouble,
  433: rule('bypass', 'status'),
  434: rule('bypass', 'status'),
  // What did not happen must not flip a site to armed or disarmed. 404 and 405: as for opening, see
  // classify for closing.
  404: rule('opening', 'trouble'),
  405: rule('opening', 'status'),
  453: rule('opening', 'trouble'),
  454: rule('closing', 'trouble'),
  455: rule('closing', 'trouble'),
  456: rule('closing', 'closing', 3),
  457: rule('closing', 'trouble'),
  458: rule('opening', 'status'),
  // An alarm just after arming. Its own report may be lost, so this one raises it.
  459: rule('burglary', 'alarm', 3),
  406: rule('burglary', 'cancel'),
  // Panels report it after several tries, as SIA's JA.
  461: tamperAlarm,
  463: rule('closing', 'status'),
  464: rule('closing', 'status', 3),
  465: rule('panic', 'restore'),
  532: technicalTrouble,
  // As for SIA's points: who is not warned of fire must be known.
  571: rule('bypass', 'trouble'),
  // Around the clock means tamper, panic, hold-up or a safe.
  572: rule('bypass', 'trouble'),
  // It trips no more, whatever happens there: as SIA's BD.
  575: rule('bypass', 'trouble'),
  // As SIA's YX.
  616: technicalTrouble,
  // Times of what comes next are wrong, and so is who is late.
  626: technicalTrouble,
  // A watched person who does not move may be lying helpless.
  641: rule('medical', 'alarm', 2),
  // Nobody has armed the system, or moved in its sight, for longer than agreed.
  654: technicalTrouble,
}

const byCategory: Readonly<Record<string, CodeRule>> = {
  'medical/alarm': rule('medical', 'alarm'),
  'fire/alarm': rule('fire', 'alarm'),
  'panic_holdup/alarm': rule('panic', 'alarm'),
  'burglary/alarm': burglaryAlarm,
  'burglary/tamper': tamperAlarm,
  'general_alarm/alarm': burglaryAlarm,
  'general_alarm/trouble': technicalTrouble,
  'general_alarm/tamper': tamperAlarm,
  'auxiliary_24h/alarm': rule('technical', 'alarm'),
  'auxiliary_24h/trouble': technicalTrouble,
  'fire_supervisory/supervisory': technicalTrouble,
  'system_trouble/trouble': technicalTrouble,
  'sounder_relay_trouble/trouble': technicalTrouble,
  'peripheral_trouble/trouble': technicalTrouble,
  'peripheral_trouble/tamper': tamperAlarm,
  'communication_trouble/trouble': communicationTrouble,
  'loop_trouble/trouble': technicalTrouble,
  'sensor_trouble/trouble': technicalTrouble,
  'sensor_trouble/tamper': tamperAlarm,
  // As new: an opening. The restore of these is a closing, see classify.
  'open_close/open_close': rule('opening', 'opening'),
  'open_close_exception/open_close': rule('opening', 'opening', 3),
  'remote_access/access': technicalStatus,
  'access_control/access': technicalStatus,
  'user_event/status': technicalStatus,
  'system_disable/bypass': rule('bypass', 'status'),
  'sounder_relay_disable/bypass': rule('bypass', 'status'),
  'communication_disable/bypass': rule('bypass', 'status'),
  'bypass/bypass': rule('bypass', 'status'),
  'module_change/status': technicalStatus,
  'test/test': rule('test', 'test'),
  'test/service': technicalStatus,
  'log_and_schedule/status': technicalStatus,
  'personnel_monitoring/status': technicalStatus,
  'vendor/status': technicalStatus,
}

/** What each Contact ID code of the table says when its qualifier is 1. */
export const cidRules: ReadonlyMap<string, CodeRule> = new Map(
  [...cidRows].map(([code, row]) => [
    code,
    byCode[code] ?? byCategory[categoryOf(row)] ?? rule('unknown', 'unknown'),
  ]),
)

function categoryOf(row: CodeRow): string {
  return `${row.category}/${row.class}`
}
