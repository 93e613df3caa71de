import { hubSignal } from '../../shared/codes/hub-codes'
import { clockTime } from '../../shared/lang/clock-time'
import { testCovering } from '../../shared/on-test/tests-of'
import type { Entry } from '../../shared/room/events'
import type { WholeRoom } from '../../shared/room/room'
import { missingKey } from '../../shared/signals/missing'
import type { Signal } from '../../shared/signals/signal'
import { siteOf } from '../../shared/sites/account'
import { isLateCode, type LateCode, latenessAt, latenessOver } from '../../shared/sites/lateness'
import { accountsOf, type Site } from '../../shared/sites/site'
import type { Clock } from '../../shared/timeline/clock-port'
import type { Keeper } from '../keeper/keeper-port'
import { patienceAfterOutage } from './allowed-silence'
import type { Hearing } from './hearing'
import type { Notices } from './notices'

/**
 * Ticks in which every site with a schedule is checked once. A share of them is checked each
 * second, since most close at six.
 */
const round = 30

const lateCodes: readonly LateCode[] = ['LATEOPEN', 'LATECLOS']

export interface LatenessParts {
  readonly keeper: Pick<Keeper, 'room' | 'durableRoom' | 'onEntries'>
  readonly clock: Clock
  readonly hearing: Hearing
  readonly notices: Notices
  readonly newId: () => string
}

interface Judged {
  readonly how: 'late' | 'came' | 'moot'
  readonly text?: string
}

/**
 * Notices sites that were not opened or closed in time, within half a minute, and at once when they
 * are after all. For a while after the hub could not hear (or was not running) nobody is called
 * late: panels' reports of that time are still on their way. A site on test is not called late
 * either; it is checked again after the test. Days and hours follow the time of day: when the clock
 * is wrong by hours, sites that are not late are called late.
 */
export function createLateness({ keeper, clock, hearing, notices, newId }: LatenessParts) {
  const sites = new Set<string>()
  let order: string[] = []
  let nextAt = 0

  const judge = (room: WholeRoom, site: Site, account: string, code: LateCode): Judged | null => {
    if (siteOf(room, account)?.id !== site.id) return null
    const arming = room.arming.get(site.id)
    const at = clock.now()
    const standing = room.missing.get(missingKey({ account, code }))
    if (standing) {
      // The lateness was reported for an account that is no longer the site's first.
      if (account !== site.account) return { how: 'moot' }
      const how = latenessOver(site.schedule, { code, since: standing.since }, arming, at)
      return how && { how }
    }
    if (site.schedule === undefined || account !== site.account) return null
    const late = latenessAt(site.schedule, arming, at)
    if (late?.code !== code || !patient() || testCovering(room, site.id, null, at)) return null
    return {
      how: 'late',
      text: `Expected by ${clockTime(late.deadline, site.schedule.utcOffset).slice(0, 5)}`,
    }
  }
  const patient = () => hearing.ok() && hearing.ticks() - hearing.resumedAt() >= patienceAfterOutage

  const say = (siteId: string, account: string, code: LateCode): Signal | null => {
    const room = keeper.room()
    const site = room.sites.get(siteId)
    const judged = site ? judge(room, site, account, code) : null
    if (judged === null) return null
    const { how, text } = judged
    return hubSignal(code, {
      signalId: newId(),
      account,
      over: how !== 'late',
      moot: how === 'moot',
      ...(text !== undefined && { text }),
    })
  }

  const look = (siteId: string) => {
    const room = keeper.room()
    const site = room.sites.get(siteId)
    if (site === undefined) return
    for (const account of accountsOf(site))
      for (const code of lateCodes)
        if (judge(room, site, account, code))
          notices.add({ key: missingKey({ account, code }), say: () => say(siteId, account, code) })
  }

  const follow = (siteId: string) => {
    const site = keeper.durableRoom().sites.get(siteId)
    if (site?.schedule !== undefined) sites.add(siteId)
    else if (!sites.has(siteId)) return
    order = []
    look(siteId)
  }
  const followEntry = (entry: Entry) => {
    if (entry.type === 'sites-registered') for (const { id } of entry.data.sites) follow(id)
    if (entry.type !== 'signal-received') return
    const { class: kind, opens, siteId } = entry.data
    if ((kind === 'opening' || kind === 'closing' || opens) && sites.has(siteId)) look(siteId)
  }

  const start = keeper.durableRoom()
  for (const { id, schedule } of start.sites.values()) if (schedule) sites.add(id)
  for (const { code, siteId } of start.missing.values()) if (isLateCode(code)) sites.add(siteId)

  return {
    /**
     * Counts sites with a schedule whose opening or closing was never heard: nobody would notice
     * them late.
     */
    unheard: () => [...sites].filter((siteId) => !keeper.room().arming.has(siteId)).length,
    tick(): void {
      if (order.length === 0) order = [...sites]
      if (nextAt >= order.length) nextAt = 0
      const share = Math.ceil(order.length / round)
      for (const siteId of order.slice(nextAt, nextAt + share)) look(siteId)
      nextAt += share
    },
    stop: keeper.onEntries((entries) => {
      for (const entry of entries) followEntry(entry)
    }),
  }
}
