import { Counter } from 'prom-client'
import type { HubNounParts } from '../hub-noun'

export function countAlarms({
  registry,
  keeper,
}: Pick<HubNounParts, 'registry' | 'keeper'>): () => void {
  const alarms = new Counter({
    name: 'navbatchi_alarms_raised_total',
    help: 'Alarms raised',
    labelNames: ['kind', 'priority'],
    registers: [registry],
  })
  return keeper.onEntries((entries) => {
    for (const entry of entries)
      if (entry.type === 'alarm-raised')
        alarms.inc({ kind: entry.data.kind, priority: String(entry.data.priority) })
  })
}
