import type { WholeRoom } from '../../shared/room/room'
import { siteOf } from '../../shared/sites/account'
import { accountsOf, lineOf } from '../../shared/sites/site'

/**
 * An account that is expected to report. It is changed in place, because every message touches it.
 */
export interface Watched {
  readonly account: string
  readonly siteId: string
  /** s */
  readonly interval: number
  /** The tick at which it was last heard, or from which it is counted. */
  heardAt: number
  /** Its silence stands or is being reported. */
  silent: boolean
  /** Heard since its silence was reported. */
  back: boolean
  /** No longer supervised, or no longer in this way. */
  gone: boolean
}

export interface WatchedAccounts {
  get(account: string): Watched | undefined
  count(): number
  /**
   * Follows the register. What did not change goes on; what is new or changed is passed to `begin`.
   */
  update(room: WholeRoom, siteId: string): void
}

/** The supervised accounts of the register, as long as they lead to the site that lists them. */
export function createWatchedAccounts(begin: (watched: Watched) => void): WatchedAccounts {
  const byAccount = new Map<string, Watched>()
  const bySite = new Map<string, readonly string[]>()

  const drop = (watched: Watched) => {
    watched.gone = true
    byAccount.delete(watched.account)
  }
  return {
    get: (account) => byAccount.get(account),
    count: () => byAccount.size,
    update(room, siteId) {
      const wanted = supervised(room, siteId)
      for (const account of bySite.get(siteId) ?? []) {
        const before = byAccount.get(account)
        // Another site may have it by now.
        if (before?.siteId === siteId && !wanted.some((one) => one.account === account))
          drop(before)
      }
      for (const one of wanted) {
        const before = byAccount.get(one.account)
        if (before?.siteId === siteId && before.interval === one.interval) continue
        if (before) drop(before)
        byAccount.set(one.account, one)
        begin(one)
      }
      if (wanted.length > 0)
        bySite.set(
          siteId,
          wanted.map(({ account }) => account),
        )
      else bySite.delete(siteId)
    },
  }
}

function supervised(room: WholeRoom, siteId: string): readonly Watched[] {
  const site = room.sites.get(siteId)
  if (site?.lines === undefined) return []
  return accountsOf(site).flatMap((account) => {
    const { interval } = lineOf(site, account)
    if (interval === null || siteOf(room, account)?.id !== siteId) return []
    return [{ account, siteId, interval, heardAt: 0, silent: false, back: false, gone: false }]
  })
}
