import { Counter, Gauge, type Registry } from 'prom-client'
import { second } from '../../shared/lang/instant'
import type { Clock } from '../../shared/timeline/clock-port'
import { type BundleRule, bundleRules } from '../../shared/triage/ledger'
import { rateAt } from '../../shared/triage/load'
import { floodOf } from '../../shared/triage/load-of'
import type { Keeper } from '../keeper/keeper-port'

export interface TriageMetricsParts {
  readonly registry: Registry
  readonly keeper: Pick<Keeper, 'durableRoom' | 'onEntries'>
  readonly clock: Clock
}

/**
 * How busy the officers are and what the rules keep out of their queue. Returns a function that
 * stops the counting.
 */
export function measureTriage({ registry, keeper, clock }: TriageMetricsParts): () => void {
  const registers = [registry]
  const load = () => keeper.durableRoom().load
  gauge(
    registry,
    'navbatchi_alarms_per_officer_10min',
    'Alarms offered per officer in the last ten minutes',
    () => rateAt(load(), clock.now()),
  )
  gauge(registry, 'navbatchi_flood', '1 while more alarms come than the officers can work', () =>
    floodOf(load(), clock.now()).since === null ? 0 : 1,
  )
  const floods: Counter = new Counter({
    name: 'navbatchi_flood_seconds_total',
    help: 'Time in flood since the journal began',
    registers,
    collect() {
      // Computed from the journal, so after a restart it goes on where it was.
      floods.reset()
      floods.inc(floodOf(load(), clock.now()).totalMs / second)
    },
  })
  gauge(registry, 'navbatchi_bundles_open', 'Rows of the ledger that take alarms', () => {
    let open = 0
    for (const { phase } of keeper.durableRoom().bundles.values()) if (phase === 'open') open += 1
    return open
  })
  return countBundled(registry, keeper)
}

function countBundled(registry: Registry, keeper: TriageMetricsParts['keeper']): () => void {
  const signals = new Counter({
    name: 'navbatchi_bundled_signals_total',
    help: 'Signals kept out of the queue, by rule, since the hub started',
    labelNames: ['rule'] as const,
    registers: [registry],
  })
  for (const rule of bundleRules) signals.inc({ rule }, 0)
  let { bundles } = keeper.durableRoom()
  return keeper.onEntries(() => {
    const now = keeper.durableRoom().bundles
    // Tables are persistent: the same table means that no row changed. That is so for nearly every
    // commit.
    if (now === bundles) return
    const grown = new Map<BundleRule, number>()
    for (const bundle of now.values()) {
      const before = bundles.get(bundle.id)
      // An alarm that leaves takes its signals off the row. They were bundled all the same.
      const more = bundle === before ? 0 : bundle.signalCount - (before?.signalCount ?? 0)
      if (more > 0) grown.set(bundle.rule, (grown.get(bundle.rule) ?? 0) + more)
    }
    for (const [rule, count] of grown) signals.inc({ rule }, count)
    bundles = now
  })
}

function gauge(registry: Registry, name: string, help: string, read: () => number): void {
  const shown: Gauge = new Gauge({
    name,
    help,
    registers: [registry],
    collect: () => shown.set(read()),
  })
}
