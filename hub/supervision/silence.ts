import { type HubNotice, hubSignal } from '../../shared/codes/hub-codes'
import { second } from '../../shared/lang/instant'
import { testCovering } from '../../shared/on-test/tests-of'
import type { Entry } from '../../shared/room/events'
import type { WholeRoom } from '../../shared/room/room'
import { type Missing, missingKey } from '../../shared/signals/missing'
import type { Signal } from '../../shared/signals/signal'
import { accountsOf, type Site } from '../../shared/sites/site'
import type { Clock } from '../../shared/timeline/clock-port'
import type { Keeper } from '../keeper/keeper-port'
import { accountNotice } from './account-notice'
import { allowedSilence, inWords, patienceAfterOutage } from './allowed-silence'
import type { Hearing } from './hearing'
import type { Notices } from './notices'
import { createWatchedAccounts, type Watched } from './watched-accounts'
import { createWheel } from './wheel'

/**
 * Accounts checked in one tick: a register of 19,000, all due at once after a start, takes ten
 * ticks without a hiccup.
 */
const looksPerTick = 2_000
/** Ticks until an overdue account is checked again: its site was on test, or its silence stands. */
const lookAgain = 60

export interface SilenceParts {
  readonly keeper: Pick<Keeper, 'room' | 'durableRoom' | 'onEntries'>
  readonly clock: Clock
  readonly hearing: Hearing
  readonly notices: Notices
  readonly newId: () => string
}

/**
 * Notices when panels fall silent, and when they are heard again. Standing silences are in the
 * room, so that a restart neither forgets nor repeats them; after a start every panel gets its full
 * time again. An account is not called silent while its site is on test: somebody works there, and
 * a silence noted then would raise no alarm after the test. It is checked again until it is heard
 * or the test has ended.
 */
export function createSilence({ keeper, clock, hearing, notices, newId }: SilenceParts) {
  const wheel = createWheel<Watched>()
  const accounts = createWatchedAccounts((watched) => {
    watched.heardAt = hearing.ticks()
    watched.silent = standing(keeper.room(), watched.account) !== undefined
    wheel.put(watched, ticksLeft(watched))
  })

  const ticksLeft = ({ heardAt, interval }: Watched): number => {
    const allowed = allowedSilence(interval)
    const since = Math.max(
      heardAt + allowed,
      hearing.resumedAt() + Math.min(allowed, patienceAfterOutage),
    )
    return since + 1 - hearing.ticks()
  }

  const say = (account: string): Signal | null => {
    const notice = accountNotice(keeper.room(), { account, code: 'SILENT' }, newId)
    if (notice === null) return null
    const { site, zone, about, standing: before } = notice
    const watched = accounts.get(account)
    // Nobody supervises it any more. Its alarm then says so, and the officer closes it.
    if (watched === undefined)
      return before ? hubSignal('SILENT', { ...about, over: true, moot: true }) : null
    if (before === undefined) return isSilent(watched, site, zone) ? begins(watched, about) : null
    watched.silent = true
    const text = `Account ${account}: heard again after ${inWords((clock.now() - before.since) / second)}`
    return watched.back ? hubSignal('SILENT', { ...about, over: true, text }) : null
  }
  const isSilent = (watched: Watched, { id }: Site, zone: string | null): boolean => {
    const silent = ticksLeft(watched) <= 0 && hearing.ok()
    watched.silent = silent && !testCovering(keeper.room(), id, zone, clock.now())
    return watched.silent
  }
  const begins = (watched: Watched, about: Omit<HubNotice, 'over'>): Signal => {
    watched.back = false
    const silence = inWords(hearing.ticks() - watched.heardAt)
    const text = `Account ${watched.account}: nothing for ${silence}, expected every ${inWords(watched.interval)}`
    return hubSignal('SILENT', { ...about, over: false, text })
  }
  const judge = (account: string) => notices.add({ key: keyOf(account), say: () => say(account) })

  const follow = (siteId: string) => {
    const room = keeper.durableRoom()
    accounts.update(room, siteId)
    const site = room.sites.get(siteId)
    for (const account of site ? accountsOf(site) : [])
      if (standing(room, account) && !accounts.get(account)) judge(account)
  }
  const followEntry = (entry: Entry) => {
    if (entry.type === 'sites-registered') for (const { id } of entry.data.sites) follow(id)
    else if (entry.type === 'account-attached') follow(entry.data.siteId)
  }
  for (const siteId of keeper.durableRoom().sites.keys()) follow(siteId)

  return {
    count: accounts.count,
    /**
     * Call for any message of this account, even a poll. Called thousands of times a second: two
     * look-ups and two fields.
     */
    heard(account: string): void {
      const watched = accounts.get(account)
      if (watched === undefined) return
      watched.heardAt = hearing.ticks()
      if (!watched.silent) return
      watched.back = true
      judge(account)
    },
    tick(): void {
      for (const watched of wheel.turn(looksPerTick)) {
        if (watched.gone) continue
        const left = ticksLeft(watched)
        if (left <= 0 && !watched.silent) judge(watched.account)
        wheel.put(watched, left > 0 ? left : lookAgain)
      }
    },
    stop: keeper.onEntries((entries) => {
      for (const entry of entries) followEntry(entry)
    }),
  }
}

const keyOf = (account: string): string => missingKey({ account, code: 'SILENT' })
const standing = ({ missing }: WholeRoom, account: string): Missing | undefined =>
  missing.get(keyOf(account))
