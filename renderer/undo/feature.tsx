import type { Feature } from '../console/feature'
import { lineOfAction } from '../console/line-command'
import { GivenBack } from './GivenBack'
import { UndoChip } from './UndoChip'
import { undoAction } from './undo-action'

export const undoFeature: Feature = {
  actions: [undoAction],
  line: [lineOfAction(undoAction, { id: 'undo', words: ['undo', 'u'] })],
  status: [{ place: 1, Part: UndoChip }],
  cardParts: [{ cards: ['alarm'], region: 'body', place: 4, Part: GivenBack }],
}
