import { minute, second } from '../../shared/lang/instant'
import type { Clock } from '../../shared/timeline/clock-port'
import { networkOf } from '../network-of'
import { createFailureLimit } from './failure-limit'

/** Guessing one person's password from one place: five tries a minute are a typing hand's, and 7,200 a day get nowhere. */
const perNameAndAddress = { failures: 5, windowMs: minute }
/** Guessing everybody's from one place. Higher, since all desks of a room may come from one address. */
const perAddress = { failures: 20, windowMs: minute }
/**
 * Guessing one person's from many places. Much higher than what one place may: whoever can send wrong passwords could
 * otherwise keep an officer out.
 */
const perName = { failures: 50, windowMs: minute }
/** While a name is being guessed, its owner's own desk waits this long, ms, for each try: slowed, never shut out. */
const delayAtOwnDesk = 3 * second
/** Desks remembered as somebody's own: all people of a unit at all its desks, and a bound on memory. */
const mostDesks = 10_000

interface Attempt {
  /** Why the password is not even looked at, or null. */
  readonly refusal: string | null
  /** How long the password is to be looked at later, ms. */
  readonly delay: number
  succeed(): void
}

/** Holds back whoever gave too many wrong passwords: by name and address together, by address, and by name. */
export function createSignInGuard(clock: Clock) {
  const pairs = createFailureLimit(perNameAndAddress)
  const addresses = createFailureLimit(perAddress)
  const names = createFailureLimit(perName)
  /** Where somebody has signed in before, since the hub started. */
  const ownDesks = new Set<string>()

  const rememberDesk = (pair: string) => {
    ownDesks.delete(pair)
    ownDesks.add(pair)
    const [oldest] = ownDesks
    if (ownDesks.size > mostDesks && oldest !== undefined) ownDesks.delete(oldest)
  }

  return {
    begin(username: string, from: string): Attempt {
      const now = clock.now()
      const address = networkOf(from)
      const name = username.trim().toLowerCase()
      const pair = `${name} ${address}`
      const nameWait = names.wait(name, now)
      const atOwnDesk = ownDesks.has(pair)
      const wait = Math.max(pairs.wait(pair, now), addresses.wait(address, now), atOwnDesk ? 0 : nameWait)
      if (wait > 0) {
        const seconds = Math.ceil(wait / second)
        return { refusal: `Too many wrong passwords; try again in ${seconds} s`, delay: 0, succeed: () => {} }
      }
      pairs.begin(pair, now)
      addresses.begin(address, now)
      names.begin(name, now)
      return {
        refusal: null,
        delay: nameWait > 0 ? delayAtOwnDesk : 0,
        succeed() {
          rememberDesk(pair)
          pairs.forget(pair)
          addresses.succeed(address, now)
          names.succeed(name, now)
        },
      }
    },
  }
}
