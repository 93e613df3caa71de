import type { Pace } from './token-bucket'

/**
 * Signals one account may send. The burst is far above any panel, whose whole memory of some
 * hundred events comes at once after an outage. The rate is low enough that a panel gone mad takes
 * one percent of the hub.
 */
export const accountPace: Pace = { perSecond: 100, burst: 2_000 }
/** Accounts told apart. Beyond this, the ones heard longest ago start afresh. */
export const mostAccounts = 50_000
