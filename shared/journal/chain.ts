import { canonical } from './canonical'
import type { AnyEntry } from './entry'

/**
 * SHA-256 of a UTF-8 text as 64 lower-case hex digits. A port: `shared/` has no cryptography of its
 * own.
 */
export type Sha256 = (text: string) => string

/** The text that is hashed and stored: everything of the entry but its hash. */
export function entryBody(entry: Omit<AnyEntry, 'hash'>): string {
  const { seq, at, by, cause, type, v, data } = entry
  return canonical({ seq, at, by, cause, type, v, data })
}

/** `hash = sha256(previous hash + canonical(entry))`. */
export const entryHash = (previousHash: string, body: string, sha256: Sha256): string =>
  sha256(previousHash + body)

/**
 * What is wrong with a run of entries that should follow `seq`/`hash`, or null when all of them do.
 */
export function chainFault(
  entries: readonly AnyEntry[],
  after: { readonly seq: number; readonly hash: string },
  sha256: Sha256,
): { readonly seq: number; readonly reason: string } | null {
  let { seq, hash } = after
  for (const entry of entries) {
    if (entry.seq !== seq + 1)
      return { seq: seq + 1, reason: `entry ${seq + 1} is missing, ${entry.seq} came instead` }
    if (entryHash(hash, entryBody(entry), sha256) !== entry.hash)
      return {
        seq: entry.seq,
        reason: `entry ${entry.seq} is not what was written, or does not follow entry ${seq}`,
      }
    seq = entry.seq
    hash = entry.hash
  }
  return null
}
