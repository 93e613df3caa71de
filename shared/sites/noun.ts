import type { NoCommands, Noun } from '../room/noun'
import { byId, index } from '../room/part'
import { accountsTable } from './accounts-table'
import { registerSites } from './fold'
import { siteEvents } from './site'

export const sites: Noun<typeof siteEvents, NoCommands, 'sites' | 'accounts'> = {
  events: siteEvents,
  folds: { 'sites-registered': (room, { data }) => registerSites(room, data.sites) },
  parts: { sites: byId(), accounts: index(accountsTable) },
  projections: [],
  commands: {},
  rules: {},
}
