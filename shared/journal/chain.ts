import { type Refusal, sentence } from '../lang/decision'
import { canonical } from './canonical'
import type { AnyEntry } from './entry'

/**
 * SHA-256 of a UTF-8 text as 64 lower-case hex digits. A port: `shared/` has no cryptography of its
 * own.
 */
export type Sha256 = (text: string) => string

/** The text that is hashed and stored: the whole entry except its hash. */
export function entryBody(entry: Omit<AnyEntry, 'hash'>): string {
  const { seq, at, by, cause, type, v, data } = entry
  return canonical({ seq, at, by, cause, type, v, data })
}

/** `hash = sha256(previous hash + canonical(entry))`. */
export const entryHash = (previousHash: string, body: string, sha256: Sha256): string =>
  sha256(previousHash + body)

/** The result for a run of entries: the texts their hashes cover, or what is wrong. */
type Proven =
  | { readonly bodies: readonly string[]; readonly fault: null }
  | { readonly fault: { readonly seq: number; readonly reason: Refusal } }

/**
 * Proves that entries follow `seq`/`hash`. Returns their texts, so that nobody makes them again.
 */
export function provenBodies(
  entries: readonly AnyEntry[],
  after: { readonly seq: number; readonly hash: string },
  sha256: Sha256,
): Proven {
  let { seq, hash } = after
  const bodies: string[] = []
  for (const entry of entries) {
    if (entry.seq !== seq + 1) {
      const gap = { due: seq + 1, came: entry.seq }
      const reason = sentence('chain-gap', 'entry {due} is missing, {came} came instead', gap)
      return { fault: { seq: seq + 1, reason } }
    }
    const body = entryBody(entry)
    if (entryHash(hash, body, sha256) !== entry.hash) {
      const words = 'entry {seq} is not what was written, or does not follow entry {before}'
      const reason = sentence('chain-broken', words, { seq: entry.seq, before: seq })
      return { fault: { seq: entry.seq, reason } }
    }
    bodies.push(body)
    seq = entry.seq
    hash = entry.hash
  }
  return { bodies, fault: null }
}

/**
 * What is wrong with a run of entries that should follow `seq`/`hash`, or null when all of them do.
 */
export const chainFault = (
  entries: readonly AnyEntry[],
  after: { readonly seq: number; readonly hash: string },
  sha256: Sha256,
): { readonly seq: number; readonly reason: Refusal } | null =>
  provenBodies(entries, after, sha256).fault
