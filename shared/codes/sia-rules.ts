import type { AlarmKind } from './kinds'
import { type CodeRule, rule } from './rule'
import { type CodeRow, siaRows } from './tables'

const causes: Readonly<Record<string, AlarmKind>> = {
  holdup: 'hold-up',
  panic: 'panic',
  // A person calls for help without saying which: the team goes, and calls the ambulance from the
  // plan.
  emergency: 'panic',
  medical: 'medical',
  fire: 'fire',
  heat: 'fire',
  sprinkler: 'fire',
  gas: 'gas',
  burglary: 'burglary',
  // "Untyped zone": somebody has to go and look, as for a burglary.
  untyped: 'burglary',
  access: 'burglary',
  tamper: 'tamper',
  user: 'medical',
  arming: 'burglary',
  water: 'technical',
  freeze: 'technical',
  system: 'technical',
  power: 'power',
  communication: 'communication',
}

/** A fault is never the alarm of its category: a smoke detector's fault must not join a fire. */
const faults: Readonly<Record<string, AlarmKind>> = {
  power: 'power',
  communication: 'communication',
  tamper: 'tamper',
  // An expected test that did not come: the way to the panel is in doubt.
  test: 'communication',
}

const statuses: Readonly<Record<string, AlarmKind>> = {
  arming: 'closing',
  communication: 'communication',
  fire: 'fire',
  test: 'test',
}

const closingTrouble = rule('closing', 'trouble')
const bypassTrouble = rule('bypass', 'trouble')

/**
 * Points whose bypass leaves people or the panel itself unprotected; what they guard against is
 * still there.
 */
const vitalPoints: ReadonlySet<string> = new Set([
  'holdup',
  'panic',
  'emergency',
  'medical',
  'fire',
  'heat',
  'sprinkler',
  'gas',
  'tamper',
])

/** Codes whose meaning does not follow from their class and category. */
const byCode: Readonly<Record<string, CodeRule>> = {
  // The panel is not the one that was there: sabotage until shown otherwise.
  AA: rule('tamper', 'alarm', 2),
  ND: rule('duress', 'alarm'),
  // Somebody has silenced a fire alarm: there is one, whether or not its own report came through.
  FL: rule('fire', 'alarm', 2),
  // Wrong codes until the door gave up.
  DK: rule('tamper', 'trouble'),
  // The site's receiver got a report it could not read: it may have been anything.
  YN: rule('communication', 'trouble'),
  YO: rule('communication', 'trouble'),
  // A report of an account unknown to the site's receiver may also have been anything.
  XA: rule('communication', 'trouble'),
  // "A reportable condition" that no list names: it may be anything.
  EX: rule('technical', 'trouble'),
  NC: rule('communication', 'trouble'),
  // As Contact ID's 305: a panel that had stopped.
  YW: rule('technical', 'trouble'),
  // A point that nobody installed.
  XE: rule('technical', 'trouble'),
  XF: rule('technical', 'trouble'),
  // Restorals of faults, though their category has alarms of its own.
  AN: rule('technical', 'restore'),
  FV: rule('technical', 'restore'),
  // What happened late or early did happen; what did not happen must not flip a site to armed or
  // disarmed.
  CJ: rule('closing', 'closing', 3),
  CK: rule('closing', 'closing', 3),
  OJ: rule('opening', 'opening', 3),
  OK: rule('opening', 'opening', 3),
  CC: closingTrouble,
  CD: closingTrouble,
  CI: closingTrouble,
  NE: closingTrouble,
  OT: closingTrouble,
  EE: closingTrouble,
  CT: rule('opening', 'trouble'),
  OI: rule('opening', 'trouble'),
  CE: rule('closing', 'status', 3),
  // An alarm just after arming. Its own report may be lost, so this one raises it.
  CR: rule('burglary', 'alarm', 3),
  // One point armed or disarmed says nothing of the site.
  CZ: rule('closing', 'status'),
  OZ: rule('opening', 'status'),
  // No activity of a watched person, and its end.
  NA: rule('medical', 'alarm', 2),
  JP: rule('opening', 'status'),
  // Somebody who should have come has not.
  JK: rule('opening', 'trouble'),
  XW: rule('bypass', 'status'),
}

function ruleOf(row: CodeRow): CodeRule {
  const cause = causes[row.category] ?? 'unknown'
  const fault = faults[row.category] ?? 'technical'
  switch (row.class) {
    case 'alarm':
      return rule(cause, 'alarm')
    case 'alarm_restore':
    case 'restore':
      return rule(cause, 'restore')
    case 'trouble':
    case 'supervisory':
      return rule(fault, 'trouble')
    case 'trouble_restore':
      return rule(fault, 'restore')
    case 'tamper':
      return rule('tamper', 'alarm')
    case 'tamper_restore':
      return rule('tamper', 'restore')
    case 'bypass':
      return vitalPoints.has(row.category) ? bypassTrouble : rule('bypass', 'status')
    case 'unbypass':
      return rule('bypass', 'restore')
    case 'arm':
      return rule('closing', 'closing')
    case 'disarm':
      return rule('opening', 'opening')
    case 'test':
      return rule('test', 'test')
    // What did not go as it should must be seen, and flips no site.
    case 'exception':
      return closingTrouble
    case 'cancel':
      return rule(cause, 'cancel')
    case 'access':
      return rule('technical', 'status')
    case 'status':
      return rule(statuses[row.category] ?? 'technical', 'status')
    default:
      return rule('unknown', 'unknown')
  }
}

export const siaRules: ReadonlyMap<string, CodeRule> = new Map(
  [...siaRows].map(([code, row]) => [code, byCode[code] ?? ruleOf(row)]),
)
