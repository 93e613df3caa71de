import { Counter } from 'prom-client'
import type { HubNounParts } from '../hub-noun'
import { publicReason } from '../reception/public-reason'

export function countSignals({
  registry,
  keeper,
}: Pick<HubNounParts, 'registry' | 'keeper'>): () => void {
  const registers = [registry]
  const signals = new Counter({
    name: 'navbatchi_signals_total',
    help: 'Signals recorded, by what they say',
    labelNames: ['class'],
    registers,
  })
  const quarantined = new Counter({
    name: 'navbatchi_quarantined_total',
    help: 'Items recorded in the quarantine, by reason',
    labelNames: ['reason'],
    registers,
  })
  // Each label lookup builds a text. A commit has many of the same class, so they are added up
  // first.
  return keeper.onEntries((entries) => {
    const classes = new Map<string, number>()
    for (const entry of entries) {
      if (entry.type === 'signal-received')
        classes.set(entry.data.class, (classes.get(entry.data.class) ?? 0) + 1)
      else if (entry.type === 'signal-quarantined')
        quarantined.inc({ reason: publicReason(entry.data.reason) })
    }
    for (const [name, count] of classes) signals.inc({ class: name }, count)
  })
}
