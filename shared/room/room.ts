import type { Alarm } from '../alarms/alarm'
import type { Escalated, TimesInForce } from '../escalation/escalation'
import type { Help } from '../escalation/help'
import type { Incident } from '../incidents/incident'
import type { Instant } from '../lang/instant'
import type { Table } from '../lang/table'
import type { OnTest } from '../on-test/on-test'
import type { Plan } from '../plans/plan'
import type { ReceiverLineState } from '../receiver-lines/receiver-line'
import type { Arming } from '../signals/arming'
import type { HeldAccount } from '../signals/held-account'
import type { Missing } from '../signals/missing'
import type { Quarantine } from '../signals/quarantine'
import type { Site } from '../sites/site'
import type { Accounts, Sites } from '../sites/site-row'
import type { Assignment } from '../teams/assignment'
import type { Team } from '../teams/team'
import type { Bundle } from '../triage/ledger'
import type { Load } from '../triage/load'
import type { Troubles } from '../triage/troubles'

/**
 * The state of a duty unit: the fold of its journal. Team positions are telemetry and not part of
 * it. A closed incident leaves the room once `keptClosed` later ones have closed (the journal keeps
 * it).
 */
export interface Room {
  readonly unit: {
    readonly id: string
    readonly name: string
    readonly demo: boolean
    /** The journal's own id, where it has one. */
    readonly journal?: string
  } | null
  readonly seq: number
  readonly at: Instant
  readonly sites: Sites
  /** Account → site id. */
  readonly accounts: Accounts
  readonly arming: Table<Arming>
  readonly alarms: Table<Alarm>
  /**
   * `site|kind` → the newest alarm there that is not closed. For older ones in hand, see
   * `openAlarmsOf`.
   */
  readonly openAlarms: Table<string>
  readonly incidents: Table<Incident>
  /** Site id → its open incident. */
  readonly openIncidents: Table<string>
  readonly closedIncidents: readonly string[]
  readonly teams: Table<Team>
  readonly assignments: Table<Assignment>
  readonly quarantine: Quarantine
  readonly held: Table<HeldAccount>
  /** Site id → its tests. */
  readonly onTest: Table<readonly OnTest[]>
  readonly receiverLines: Table<ReceiverLineState>
  /**
   * `account|code` → what the hub is waiting for, until it comes, whatever happens to the alarm.
   */
  readonly missing: Table<Missing>
  /** The ledger: what rules keep out of the queue, and the newest settled rows. */
  readonly bundles: Table<Bundle>
  /** `bundleKey` → the newest bundle of that rule and place. */
  readonly bundleAt: Table<string>
  /** `bundleKey` → recent reports there, which the rules count. */
  readonly troubles: Table<Troubles>
  readonly load: Load
  /** By plan. A plan missing here is in force as built in. */
  readonly plans: Table<Plan>
  /** What was taken up the line and may still wait, by `aboutKey`. */
  readonly escalated: Table<Escalated>
  /** Null while the usual times are in force. */
  readonly escalationTimes: TimesInForce | null
  /** The last call for a second officer. */
  readonly help: Help | null
  readonly signalCount: number
  /** When the last signal came, of whatever class; null before the first. */
  readonly lastSignalAt: Instant | null
}

/** A room with its whole register, as the hub and the journal have it; a desk has only the rows. */
export interface WholeRoom extends Room {
  readonly sites: Table<Site>
  readonly accounts: Table<string>
}
