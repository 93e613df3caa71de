import type { NoCommands, Noun } from '../room/noun'
import { rows } from '../room/part'
import { foldReceiverLineLost, foldReceiverLineRestored } from './fold'
import { receiverLineEvents } from './receiver-line'

export const receiverLines: Noun<typeof receiverLineEvents, NoCommands, 'receiverLines'> = {
  events: receiverLineEvents,
  folds: { 'link-lost': foldReceiverLineLost, 'link-restored': foldReceiverLineRestored },
  parts: { receiverLines: rows(({ linkId }) => linkId) },
  projections: [],
  commands: {},
  rules: {},
}
