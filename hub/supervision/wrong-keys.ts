import type { Logger } from 'pino'
import { hubSignal } from '../../shared/codes/hub-codes'
import { missingKey } from '../../shared/signals/missing'
import type { Signal } from '../../shared/signals/signal'
import type { Keeper } from '../keeper/keeper-port'
import { networkOf } from '../network-of'
import { accountNotice } from './account-notice'
import type { Hearing } from './hearing'
import type { Notices } from './notices'

/**
 * Untaken encrypted messages that make an alarm: three times the ten tries of a panel with a wrong
 * key, and far fewer than the cheapest forgery needs.
 */
export const wrongKeyFlood = 30
/** Seconds without such a message after which it is over. */
export const wrongKeyQuiet = 600
/**
 * Most of these alarms at once: somebody who tries the keys of all accounts must not bury the
 * queue. The log reports the rest.
 */
const mostStanding = 50
const mostNamed = 3
/** Addresses told apart. */
const mostCounted = 100

interface Tries {
  count: number
  lastTick: number
  readonly networks: Set<string>
}

export interface WrongKeysParts {
  readonly keeper: Pick<Keeper, 'room'>
  readonly hearing: Pick<Hearing, 'ticks'>
  readonly notices: Pick<Notices, 'add'>
  readonly newId: () => string
  readonly log: Pick<Logger, 'warn'>
}

/**
 * Notices that an account gets many encrypted messages that its key does not open. It ignores how
 * close a message was to being right: otherwise the alarm would tell a stranger. Standing alarms
 * are in the room, so that a restart neither forgets nor repeats them.
 */
export function createWrongKeys({ keeper, hearing, notices, newId, log }: WrongKeysParts) {
  /** As many as there are accounts with a key. */
  const tries = new Map<string, Tries>()

  const note = (account: string): Tries => {
    const known = tries.get(account) ?? {
      count: 0,
      lastTick: hearing.ticks(),
      networks: new Set<string>(),
    }
    tries.set(account, known)
    return known
  }
  const say = (account: string): Signal | null => {
    const room = keeper.room()
    const notice = accountNotice(room, { account, code: 'WRONGKEY' }, newId)
    if (notice === null) return null
    const { about } = notice
    const now = tries.get(account)
    const stands = notice.standing !== undefined
    if (now === undefined) return stands ? hubSignal('WRONGKEY', { ...about, over: true }) : null
    if (stands || now.count < wrongKeyFlood) return null
    const count = room.missing.count(({ code }) => code === 'WRONGKEY')
    if (count < mostStanding)
      return hubSignal('WRONGKEY', { ...about, over: false, text: words(account, now) })
    log.warn(
      { account, messages: now.count },
      'Another account gets many encrypted messages its key does not open',
    )
    return null
  }
  const judge = (account: string) => notices.add({ key: keyOf(account), say: () => say(account) })
  for (const { account, code } of keeper.room().missing.values())
    if (code === 'WRONGKEY') note(account)

  return {
    /** Called for each such message, thousands of times a second when somebody tries. */
    undeciphered(account: string, address: string): void {
      if (account === '') return
      const known = note(account)
      known.count += 1
      known.lastTick = hearing.ticks()
      if (known.networks.size < mostCounted) known.networks.add(networkOf(address))
      if (known.count === wrongKeyFlood) judge(account)
    },
    tick(): void {
      for (const [account, { lastTick }] of tries) {
        if (hearing.ticks() - lastTick < wrongKeyQuiet) continue
        tries.delete(account)
        judge(account)
      }
    },
  }
}

function words(account: string, { count, networks }: Tries): string {
  const named = [...networks].slice(0, mostNamed).join(', ')
  const more = networks.size > mostNamed ? ` and ${networks.size - mostNamed} more` : ''
  return `Account ${account}: ${count} encrypted messages that its key does not open, from ${named}${more}`
}

const keyOf = (account: string): string => missingKey({ account, code: 'WRONGKEY' })
