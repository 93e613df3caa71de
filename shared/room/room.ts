import type { Alarm } from '../alarms/alarm'
import type { Incident } from '../incidents/incident'
import type { Instant } from '../lang/instant'
import { emptyTable, type Table } from '../lang/table'
import type { LinkState } from '../links/link'
import type { OnTest } from '../on-test/on-test'
import type { Plan } from '../plans/plan'
import type { HeldAlarm } from '../signals/held-alarm'
import type { Quarantined } from '../signals/signal'
import type { Site } from '../sites/site'
import type { Assignment } from '../teams/assignment'
import type { Team } from '../teams/team'
import type { Fold } from '../triage/ledger'
import { type Load, noLoad } from '../triage/load'
import type { Troubles } from '../triage/troubles'

/** Armed or not, by the last opening or closing signal. */
export interface Arming {
  readonly siteId: string
  readonly armed: boolean
  readonly at: Instant
  readonly user: string | null
}

/** An account nobody knows, of which signals are held until an officer says whose it is. */
export interface HeldAccount {
  readonly account: string
  /** All that came; `seqs` are the entries of those that are held. */
  readonly count: number
  readonly seqs: readonly number[]
  readonly firstAt: Instant
  readonly lastAt: Instant
  /** What it reported last. */
  readonly last: { readonly code: string; readonly meaning: string }
  readonly source: string
  /**
   * What it reports may be an alarm, which then stands in the queue; left out: nothing does, or it
   * was set aside.
   */
  readonly alarm?: HeldAlarm
}

/**
 * Something the hub waits for in vain (shared/codes/hub-codes.ts): a panel's word, a closing, an
 * opening.
 */
export interface Missing {
  readonly account: string
  readonly siteId: string
  readonly code: string
  readonly since: Instant
}

export interface QuarantineRow extends Quarantined {
  readonly seq: number
  readonly at: Instant
  /**
   * Which one it is of its reason, account and sender among those the room keeps, and since when
   * they come.
   */
  readonly count: number
  readonly since: Instant
}

/**
 * The state of a duty unit: what a fold of its journal gives. Positions of teams are telemetry and
 * not in it. Incidents that are closed stay for `keptClosed` more, then leave the room (the journal
 * keeps them).
 */
export interface Room {
  readonly unit: { readonly id: string; readonly name: string; readonly demo: boolean } | null
  readonly seq: number
  readonly at: Instant
  readonly sites: Table<Site>
  /** Account → site id. */
  readonly accounts: Table<string>
  readonly arming: Table<Arming>
  readonly alarms: Table<Alarm>
  /**
   * `site|kind` → the newest alarm there that is not closed. Older ones in hand: see
   * `openAlarmsOf`.
   */
  readonly openAlarms: Table<string>
  readonly incidents: Table<Incident>
  /** Site id → the incident open there. */
  readonly openIncidents: Table<string>
  readonly closedIncidents: readonly string[]
  readonly teams: Table<Team>
  readonly assignments: Table<Assignment>
  readonly quarantine: { readonly count: number; readonly newest: readonly QuarantineRow[] }
  /** By account. */
  readonly held: Table<HeldAccount>
  /** Site id → its tests. */
  readonly onTest: Table<readonly OnTest[]>
  readonly links: Table<LinkState>
  /** `account|code` → what the hub waits for; until it comes, whatever becomes of the alarm. */
  readonly missing: Table<Missing>
  /** The ledger: what rules keep out of the queue, and the newest of what was settled. */
  readonly folds: Table<Fold>
  /** `foldKey` → the newest fold of that rule and place. */
  readonly foldAt: Table<string>
  /** `foldKey` → what was reported there lately: what the rules count. */
  readonly troubles: Table<Troubles>
  readonly load: Load
  /** By plan; one that is not here is in force as it was built in. */
  readonly plans: Table<Plan>
  readonly signalCount: number
}

/**
 * How many closed incidents the room keeps on screen: a busy night's worth, and a bound on the
 * memory of a year.
 */
export const keptClosed = 500
/** How many quarantined items the room keeps; the journal keeps all. */
export const keptQuarantined = 200
/**
 * Signals held of one unknown account, and such accounts: beyond it the oldest stay in the journal
 * only.
 */
export const keptHeld = 1_000
export const keptHeldAccounts = 2_000

export const emptyRoom: Room = {
  unit: null,
  seq: 0,
  at: 0,
  sites: emptyTable(),
  accounts: emptyTable(),
  arming: emptyTable(),
  alarms: emptyTable(),
  openAlarms: emptyTable(),
  incidents: emptyTable(),
  openIncidents: emptyTable(),
  closedIncidents: [],
  teams: emptyTable(),
  assignments: emptyTable(),
  quarantine: { count: 0, newest: [] },
  held: emptyTable(),
  onTest: emptyTable(),
  links: emptyTable(),
  missing: emptyTable(),
  folds: emptyTable(),
  foldAt: emptyTable(),
  troubles: emptyTable(),
  load: noLoad,
  plans: emptyTable(),
  signalCount: 0,
}

export const missingKey = ({ account, code }: Pick<Missing, 'account' | 'code'>): string =>
  `${account}|${code}`

export const openAlarmKey = (siteId: string, kind: string): string => `${siteId}|${kind}`
