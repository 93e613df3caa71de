import type { Username } from '../../shared/accounts/username'
import { minute, second } from '../../shared/lang/instant'
import { createFailureLimit, type FailureLimit } from '../limits/failure-limit'
import { networkOf } from '../network-of'
import { deskDigest, type KnownDesks } from './known-desks'
import type { Standing } from './password-hash'

/**
 * Guessing one person's password from one place. Five tries a minute are enough for somebody who
 * mistypes, and 7,200 a day get an attacker nowhere.
 */
const perNameAndPlace = { failures: 5, windowMs: minute }
/**
 * Guessing everybody's password from one place. Higher, since all desks of a room may share one
 * address.
 */
const perAddress = { failures: 20, windowMs: minute }
/**
 * Guessing one person's password from many places. Much higher than for one place: otherwise
 * anybody who sends wrong passwords could keep an officer out.
 */
const perName = { failures: 50, windowMs: minute }
/**
 * Correct passwords count here too: each costs 0.2 s of a core. More than a room of people needs in
 * a minute.
 */
const tries = { failures: 60, windowMs: minute }
/**
 * While a name is being guessed, each try from an address its owner has used waits this long, ms:
 * it is slowed, never shut out.
 */
const delayAtKnownAddress = 3 * second

/** Who tries. The desk's key tells it from everybody else behind its address. */
export interface Trying {
  readonly username: Username
  readonly from: string
  readonly deskKey?: string | undefined
}

export interface Attempt {
  /** Why the password is not even looked at, or null. */
  readonly refusal: string | null
  /** How long to wait before the password is looked at, ms. */
  readonly delay: number
  /** Decides which places in the hasher's queue it may have. */
  readonly standing: Standing
  succeed(): void
  /** The password was not looked at, so nothing was guessed: takes the try back. */
  withdraw(): void
}

interface Counted {
  readonly limit: FailureLimit
  readonly key: string
}

/**
 * Holds back whoever gave too many wrong passwords: by name and address together, by address, and
 * by name. A desk that is known by its key has its own count, which nobody else can use up.
 * `elapsed` (ms) comes from a clock that nobody can set.
 */
export function createSignInGuard(elapsed: () => number, desks: KnownDesks) {
  const pairs = createFailureLimit(perNameAndPlace)
  const addresses = createFailureLimit(perAddress)
  const names = createFailureLimit(perName)
  const sources = createFailureLimit(tries)

  /** Counts the try against all of these, unless one of them is used up. */
  function attempt(
    guessing: readonly Counted[],
    source: string,
    rest: Pick<Attempt, 'delay' | 'standing'>,
  ) {
    const now = elapsed()
    const counted = [...guessing, { limit: sources, key: source }]
    const wait = Math.max(...counted.map(({ limit, key }) => limit.admit(key, now)?.wait ?? 0))
    if (wait > 0) return refused(wait)
    for (const { limit, key } of counted) limit.begin(key, now)
    const takeBack = (those: readonly Counted[]) => {
      for (const { limit, key } of those) limit.succeed(key, now)
    }
    return {
      ...rest,
      refusal: null,
      succeed() {
        takeBack(guessing)
        const [own] = guessing
        own?.limit.forget(own.key)
      },
      withdraw: () => takeBack(counted),
    }
  }

  return {
    begin({ username, from, deskKey }: Trying): Attempt {
      const address = networkOf(from)
      const byKey = deskKey === undefined ? null : deskDigest({ key: deskKey })
      const byAddress = deskDigest({ address })
      const remembering = (begun: Attempt): Attempt => ({
        ...begun,
        succeed() {
          begun.succeed()
          for (const desk of [byKey, byAddress]) if (desk !== null) desks.remember(username, desk)
        },
      })
      if (byKey !== null && desks.knows(username, byKey)) {
        const own = { limit: pairs, key: `${username} ${byKey}` }
        return remembering(attempt([own], byKey, { delay: 0, standing: 'known-desk' }))
      }
      const atKnownAddress = desks.knows(username, byAddress)
      const guessed = names.admit(username, elapsed()) !== null
      const guessing = [
        { limit: pairs, key: `${username} ${address}` },
        { limit: addresses, key: address },
        // A name that is being guessed shuts out strangers only.
        ...(atKnownAddress && guessed ? [] : [{ limit: names, key: username }]),
      ]
      const delay = atKnownAddress && guessed ? delayAtKnownAddress : 0
      return remembering(
        attempt(guessing, address, {
          delay,
          standing: atKnownAddress ? 'known-address' : 'stranger',
        }),
      )
    },
  }
}
export type SignInGuard = ReturnType<typeof createSignInGuard>

function refused(wait: number): Attempt {
  const refusal = `Too many wrong passwords; try again in ${Math.ceil(wait / second)} s`
  return { refusal, delay: 0, standing: 'stranger', succeed() {}, withdraw() {} }
}
