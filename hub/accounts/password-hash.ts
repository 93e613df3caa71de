import { hash, verify } from '@node-rs/argon2'

/**
 * argon2id with 64 MiB and three passes: more than twice what OWASP's password storage sheet asks
 * for, about 0.2 s of one core. The memory makes guessing on graphics cards expensive. (The
 * package's default algorithm is argon2id.)
 */
const cost = { memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 } as const

/**
 * The hash of random bytes that nobody kept, at the same cost. A name that does not exist is
 * checked against it. The refusal then takes as long as for an existing name, so timing does not
 * reveal which names exist.
 */
export const nobodysHash =
  '$argon2id$v=19$m=65536,t=3,p=1$LZeoQDBOtXl9m4Y/OCHjLw$APN/2y3dWs9mRIjkEZm12jvhqskkL7fEgH4XcpPP/ck'

/** How many are computed at once: two cores' worth, 128 MiB. The rest wait their turn. */
const atOnce = 2
/**
 * How many may wait of each standing: at 0.2 s each the last one waits 3 s. More is an attack, and
 * refused at once.
 */
const longestQueue = 30

/**
 * Who asks, the best first: a desk known by its key, an address known for this user, anybody. Each
 * has its own places, and the better goes first, so that a flood of guesses never holds up an
 * officer at the usual desk.
 */
const standings = ['known-desk', 'known-address', 'stranger'] as const
export type Standing = (typeof standings)[number]

/** Thrown when too many passwords wait to be checked. */
export class TooBusy extends Error {}

export interface PasswordHasher {
  hash(password: string): Promise<string>
  /** Whether the password belongs to the hash; null stands for "no such user" and takes as long. */
  matches(password: string, stored: string | null, standing: Standing): Promise<boolean>
}

export interface PasswordWork {
  hash(password: string): Promise<string>
  verify(stored: string, password: string): Promise<boolean>
}
const argon2: PasswordWork = { hash: (password) => hash(password, cost), verify }

/**
 * Limits how many hashes are computed at once. `matches` rejects with {@link TooBusy} when swamped.
 */
export function createPasswordHasher(work: PasswordWork = argon2): PasswordHasher {
  const waiting: Readonly<Record<Standing, (() => void)[]>> = {
    'known-desk': [],
    'known-address': [],
    stranger: [],
  }
  let running = 0

  async function inTurn<Result>(
    standing: Standing,
    compute: () => Promise<Result>,
  ): Promise<Result> {
    if (running < atOnce) running += 1
    // A finished task hands its place over, so `running` stays as it is.
    else await new Promise<void>((go) => waiting[standing].push(go))
    try {
      return await compute()
    } finally {
      const first = standings.find((one) => waiting[one].length > 0)
      const next = first && waiting[first].shift()
      if (next) next()
      else running -= 1
    }
  }

  return {
    // Only people who are signed in set passwords.
    hash: (password) => inTurn('known-desk', () => work.hash(password)),
    async matches(password, stored, standing) {
      if (waiting[standing].length >= longestQueue)
        throw new TooBusy('Too many people sign in at this moment; try again')
      const same = await inTurn(standing, () => work.verify(stored ?? nobodysHash, password))
      return same && stored !== null
    },
  }
}
