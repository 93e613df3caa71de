import { accounts } from '../accounts/noun'
import { alarms } from '../alarms/noun'
import { calls } from '../calls/noun'
import { escalation } from '../escalation/noun'
import { incidents } from '../incidents/noun'
import { merging } from '../merging/noun'
import { onTest } from '../on-test/noun'
import { plans } from '../plans/noun'
import { receiverLines } from '../receiver-lines/noun'
import { reports } from '../reports/noun'
import { signals } from '../signals/noun'
import { sites } from '../sites/noun'
import { teams } from '../teams/noun'
import { triage } from '../triage/noun'
import { unit } from '../unit/noun'
import { distinct } from './distinct'

/**
 * Every noun of the core, one line each. Listing it here is all that makes its events, commands,
 * folds and rules known.
 */
export const nouns = distinct([
  unit,
  accounts,
  sites,
  teams,
  signals,
  receiverLines,
  onTest,
  alarms,
  triage,
  plans,
  incidents,
  calls,
  escalation,
  reports,
  merging,
])
