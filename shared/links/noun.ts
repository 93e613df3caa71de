import type { NoCommands, Noun } from '../room/noun'
import { rows } from '../room/part'
import { foldLinkLost, foldLinkRestored } from './fold'
import { linkEvents } from './link'

/** The lines of alarm receivers, and whether they are heard. */
export const links: Noun<typeof linkEvents, NoCommands, 'links'> = {
  events: linkEvents,
  folds: { 'link-lost': foldLinkLost, 'link-restored': foldLinkRestored },
  parts: { links: rows(({ linkId }) => linkId) },
  projections: [],
  commands: {},
  rules: {},
}
