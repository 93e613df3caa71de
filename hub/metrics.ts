import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { CommitReport } from './keeper/commit-queue'
import type { Keeper } from './keeper/keeper-port'
import { publicReason } from './reception/public-reason'

/**
 * A registry with what the process itself says (memory, loop delay, file handles); each part of the
 * hub adds its own.
 */
export function createRegistry(): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  return registry
}

/** From a commit of one row on a fast disk to a disk that is failing, s. */
const commitSeconds = [0.000_25, 0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5]
const commitEntries = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500]

/** What the journal's commits cost; handed to the keeper as its `onCommit`. */
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

/** What the journal says happened since the hub started, and how it stands. */
export function countEntries(registry: Registry, keeper: Keeper): void {
  const registers = [registry]
  const signals = new Counter({
    name: 'navbatchi_signals_total',
    help: 'Signals recorded, by what they say',
    labelNames: ['class'],
    registers,
  })
  const alarms = new Counter({
    name: 'navbatchi_alarms_raised_total',
    help: 'Alarms raised',
    labelNames: ['kind', 'priority'],
    registers,
  })
  const quarantined = new Counter({
    name: 'navbatchi_quarantined_total',
    help: 'Items recorded in the quarantine, by reason',
    labelNames: ['reason'],
    registers,
  })
  // Labels are looked up by a text made of them; of the same class there are many in a commit, so
  // they are added up first.
  keeper.onEntries((entries) => {
    const classes = new Map<string, number>()
    for (const entry of entries) {
      if (entry.type === 'signal-received')
        classes.set(entry.data.class, (classes.get(entry.data.class) ?? 0) + 1)
      else if (entry.type === 'signal-quarantined')
        quarantined.inc({ reason: publicReason(entry.data.reason) })
      else if (entry.type === 'alarm-raised')
        alarms.inc({ kind: entry.data.kind, priority: String(entry.data.priority) })
    }
    for (const [name, count] of classes) signals.inc({ class: name }, count)
  })
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
