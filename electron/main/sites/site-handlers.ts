import type { ConsoleCore } from '../console-core'
import type { Handlers } from '../ipc/handlers'
import type { JournalDesk } from '../journal/journal-desk'

export interface SitePorts {
  readonly core: Pick<ConsoleCore, 'registerColumns' | 'siteCard'>
  readonly journal: Pick<JournalDesk, 'ask'>
  readonly picture: (picture: string) => Promise<Uint8Array | null>
}

export function siteHandlers({
  core,
  journal,
  picture,
}: SitePorts): Pick<Handlers, 'register-columns' | 'site-card' | 'site-picture'> {
  return {
    'site-picture': (asked) => picture(asked.picture),
    'register-columns': ({ version }, { mode }) =>
      mode === 'replay' ? journal.ask('columns', { version }) : core.registerColumns(version),
    'site-card': ({ siteId, asOf }, { mode }) =>
      mode === 'replay' ? journal.ask('card', { siteId, asOf }) : core.siteCard(siteId),
  }
}
