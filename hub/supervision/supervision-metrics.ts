import { Counter, Gauge, type Registry } from 'prom-client'
import { isLateCode } from '../../shared/sites/lateness'
import type { Keeper } from '../keeper/keeper-port'

interface Shown {
  supervised(): number
  unheard(): number
  hears(): boolean
}

export function showSupervision(
  registry: Registry,
  keeper: Pick<Keeper, 'room' | 'onEntries'>,
  { supervised, unheard, hears }: Shown,
): void {
  const gauge = (name: string, help: string, read: () => number) => {
    const shown: Gauge = new Gauge({
      name: `navbatchi_${name}`,
      help,
      registers: [registry],
      collect: () => shown.set(read()),
    })
  }
  const missing = (is: (code: string) => boolean) => () =>
    keeper.room().missing.count(({ code }) => is(code))
  gauge('supervised_accounts', 'Accounts that are expected to say something', supervised)
  gauge(
    'silent_accounts',
    'Accounts that are silent',
    missing((code) => code === 'SILENT'),
  )
  gauge('late_sites', 'Sites not opened or not closed in time', missing(isLateCode))
  gauge(
    'unheard_schedules',
    'Sites with a schedule of which no opening or closing was ever heard',
    unheard,
  )
  gauge('supervision_hearing', '0 while the hub cannot hear, and no silence counts', () =>
    hears() ? 1 : 0,
  )
  const silences = new Counter({
    name: 'navbatchi_silences_total',
    help: 'Times an account fell silent',
    registers: [registry],
  })
  keeper.onEntries((entries) => {
    for (const entry of entries)
      if (
        entry.type === 'signal-received' &&
        entry.data.code === 'SILENT' &&
        entry.data.class === 'trouble'
      )
        silences.inc()
  })
}
