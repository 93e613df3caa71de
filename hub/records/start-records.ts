import { Gauge, type Registry } from 'prom-client'
import type { RecordsDesk } from '../../node/records/records-desk'
import type { JournalStore } from '../keeper/journal-store'
import type { Keeper } from '../keeper/keeper-port'

export function startRecords(
  store: Pick<JournalStore, 'openRecords'>,
  { keeper, registry }: { readonly keeper: Pick<Keeper, 'onEntries'>; readonly registry: Registry },
): RecordsDesk {
  const records = store.openRecords()
  const unfollow = keeper.onEntries(records.grown)
  figure(
    registry,
    'navbatchi_records_seq',
    'Entry up to which the records of the past go',
    () => records.state().seq,
  )
  figure(
    registry,
    'navbatchi_records_behind',
    'Entries that the records of the past have yet to take in',
    () => Math.max(0, records.state().head - records.state().seq),
  )
  figure(registry, 'navbatchi_records_ok', '1 when the records of the past can be kept', () =>
    records.state().fault === null ? 1 : 0,
  )
  return {
    ...records,
    async close() {
      unfollow()
      await records.close()
    },
  }
}

function figure(registry: Registry, name: string, help: string, read: () => number): void {
  const shown: Gauge = new Gauge({
    name,
    help,
    registers: [registry],
    collect: () => shown.set(read()),
  })
}
