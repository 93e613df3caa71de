import { type AnyEntry, genesisHash } from './entry'
import type { Journal, JournalHead, Snapshot } from './journal-port'

export function createMemoryJournal(): Journal {
  const entries: AnyEntry[] = []
  const snapshots: Snapshot[] = []
  const registers = new Map<string, string>()
  const head = (): JournalHead => {
    const last = entries.at(-1)
    return last ? { seq: last.seq, hash: last.hash } : { seq: 0, hash: genesisHash }
  }
  return {
    head: async () => head(),
    async append(added, expected) {
      const now = head()
      if (now.seq !== expected.seq || now.hash !== expected.hash)
        return { ok: false, conflict: now }
      entries.push(...added)
      return { ok: true }
    },
    read: async (after, limit) => entries.slice(after, after + limit),
    pick: async (seqs) =>
      seqs.map((seq) => entries[seq - 1]).filter((entry) => entry !== undefined),
    seqAt: async (at) => entries.findLast((entry) => entry.at <= at)?.seq ?? 0,
    seqOfCause: async (commandId) =>
      entries.findLast((entry) => entry.cause === commandId)?.seq ?? null,
    async saveSnapshot(snapshot, register) {
      snapshots.push(snapshot)
      if (register) registers.set(register.version, register.pieces.join(''))
    },
    snapshotAt: async (seq) => snapshots.findLast((snapshot) => snapshot.seq <= seq) ?? null,
    registerText: async (version) => registers.get(version) ?? null,
    close: async () => {},
  }
}
