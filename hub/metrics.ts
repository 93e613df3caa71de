import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { CommitReport } from './keeper/commit-queue'
import type { Keeper } from './keeper/keeper-port'

/**
 * A registry with the process's own metrics (memory, loop delay, file handles). Each part of the
 * hub adds its own.
 */
export function createRegistry(): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  return registry
}

/** Buckets from a commit of one row on a fast disk to a failing disk, s. */
const commitSeconds = [0.000_25, 0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5]
const commitEntries = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500]

export function countCommits(registry: Registry): (report: CommitReport) => void {
  const registers = [registry]
  const labelNames = ['result'] as const
  const commits = new Counter({
    name: 'navbatchi_commits_total',
    help: 'Commits of the journal',
    labelNames,
    registers,
  })
  const seconds = new Histogram({
    name: 'navbatchi_commit_seconds',
    help: 'Time one commit took until it was durable',
    buckets: commitSeconds,
    registers,
  })
  const entries = new Histogram({
    name: 'navbatchi_commit_entries',
    help: 'Entries that shared one commit',
    buckets: commitEntries,
    registers,
  })
  return (report) => {
    commits.inc({ result: report.ok ? 'stored' : 'failed' })
    if (!report.ok) return
    seconds.observe(report.seconds)
    entries.observe(report.entries)
  }
}

export function showJournal(registry: Registry, keeper: Keeper): void {
  gauge(registry, 'navbatchi_journal_seq', 'Seq of the last durable entry', () => keeper.head().seq)
  gauge(
    registry,
    'navbatchi_clock_behind_seconds',
    'How far the clock stands behind the last entry of the journal',
    () => keeper.clockBehind() / 1_000,
  )
  gauge(registry, 'navbatchi_storage_ok', '1 when the journal can be written', () =>
    keeper.storage().ok ? 1 : 0,
  )
}

function gauge(registry: Registry, name: string, help: string, read: () => number): void {
  const shown: Gauge = new Gauge({
    name,
    help,
    registers: [registry],
    collect: () => shown.set(read()),
  })
}
