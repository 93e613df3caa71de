import { hash, verify } from '@node-rs/argon2'

/**
 * argon2id with 64 MiB and three passes: more than twice what OWASP's password storage sheet asks for, about 0.2 s of
 * one core. The memory is what makes guessing on graphics cards dear. (The package's default algorithm is argon2id.)
 */
const cost = { memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 } as const

/**
 * The hash of random bytes that nobody kept, at the same cost. A name that does not exist is checked against it, so
 * that a refusal takes as long as for one that does, and names cannot be told apart by a stopwatch.
 */
export const nobodysHash =
  '$argon2id$v=19$m=65536,t=3,p=1$LZeoQDBOtXl9m4Y/OCHjLw$APN/2y3dWs9mRIjkEZm12jvhqskkL7fEgH4XcpPP/ck'

/** How many are computed at once: two cores' worth, 128 MiB. The rest wait their turn. */
const atOnce = 2
/** How many may wait: at 0.2 s each the last one waits 3 s. More is an attack, and refused at once. */
const longestQueue = 30

/** Thrown when too many passwords wait to be checked. */
export class TooBusy extends Error {}

export interface PasswordHasher {
  /** The argon2id hash of a password, salt and cost included. */
  hash(password: string): Promise<string>
  /** Whether the password belongs to the hash; null stands for "no such user" and takes as long. */
  matches(password: string, stored: string | null): Promise<boolean>
}

/** Hashes off the main thread, so many at once and no more. `matches` rejects with {@link TooBusy} when swamped. */
export function createPasswordHasher(): PasswordHasher {
  const waiting: (() => void)[] = []
  let running = 0

  async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (running < atOnce) running += 1
    // Whoever finishes hands its place over, so `running` stays as it is.
    else await new Promise<void>((go) => waiting.push(go))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }

  return {
    hash: (password) => inTurn(() => hash(password, cost)),
    async matches(password, stored) {
      if (waiting.length >= longestQueue) throw new TooBusy('Too many people sign in at this moment; try again')
      const same = await inTurn(() => verify(stored ?? nobodysHash, password))
      return same && stored !== null
    },
  }
}
