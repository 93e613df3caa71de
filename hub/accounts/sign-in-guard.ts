import { minute, second } from '../../shared/lang/instant'
import type { Clock } from '../../shared/timeline/clock-port'
import { createFailureLimit } from './failure-limit'

/** Guessing one person's password: five tries a minute are a typing hand's, and 7,200 a day get nowhere. */
const perName = { failures: 5, windowMs: minute }
/** Guessing everybody's from one place. Higher, since all desks of a room may come from one address. */
const perAddress = { failures: 20, windowMs: minute }

interface Attempt {
  /** Why the password is not even looked at, or null. */
  readonly refusal: string | null
  succeed(): void
}

/** Holds back whoever gave too many wrong passwords, by name and by address. */
export function createSignInGuard(clock: Clock) {
  const names = createFailureLimit(perName)
  const addresses = createFailureLimit(perAddress)
  return {
    begin(username: string, address: string): Attempt {
      const now = clock.now()
      const name = username.trim().toLowerCase()
      const wait = Math.max(names.wait(name, now), addresses.wait(address, now))
      if (wait > 0) {
        const seconds = Math.ceil(wait / second)
        return { refusal: `Too many wrong passwords; try again in ${seconds} s`, succeed: () => {} }
      }
      names.begin(name, now)
      addresses.begin(address, now)
      return {
        refusal: null,
        succeed() {
          names.forget(name)
          addresses.succeed(address, now)
        },
      }
    },
  }
}
