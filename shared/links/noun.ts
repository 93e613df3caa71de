import type { NoCommands, Noun } from '../room/noun'
import { foldLinkLost, foldLinkRestored } from './fold'
import { linkEvents } from './link'

/** The lines of alarm receivers, and whether they are heard. */
export const links: Noun<typeof linkEvents, NoCommands> = {
  events: linkEvents,
  folds: { 'link-lost': foldLinkLost, 'link-restored': foldLinkRestored },
  commands: {},
  rules: {},
}
