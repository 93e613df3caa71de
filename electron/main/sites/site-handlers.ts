import type { ConsoleCore } from '../console-core'
import type { Handlers } from '../ipc/handlers'
import type { JournalDesk } from '../journal/journal-desk'

export interface SitePorts {
  readonly core: Pick<ConsoleCore, 'registerColumns' | 'siteCard'>
  readonly journal: Pick<JournalDesk, 'ask'>
}

/**
 * Hands the register to windows: its columns whole, its cards one by one. The live room's is here;
 * a replay's is read from the local journal, so both work while the hub is away.
 */
export function siteHandlers({
  core,
  journal,
}: SitePorts): Pick<Handlers, 'register-columns' | 'site-card'> {
  return {
    'register-columns': ({ version }, { mode }) =>
      mode === 'live' ? core.registerColumns(version) : journal.ask('columns', { version }),
    'site-card': ({ siteId, asOf }, { mode }) =>
      mode === 'live' ? core.siteCard(siteId) : journal.ask('card', { siteId, asOf }),
  }
}
