import type { NoCommands, Noun } from '../room/noun'
import { registerSites } from './fold'
import { siteEvents } from './site'

/** The register of protected sites. */
export const sites: Noun<typeof siteEvents, NoCommands> = {
  events: siteEvents,
  folds: { 'sites-registered': (room, { data }) => registerSites(room, data.sites) },
  commands: {},
  rules: {},
}
