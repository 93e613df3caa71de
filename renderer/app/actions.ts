import { acknowledgeAction } from '../alarms/acknowledge-action'
import { queueMoveActions } from '../alarms/queue-move-actions'
import { takeNextAction } from '../alarms/take-next-action'
import type { Action } from './action'
import { centreMapAction } from './centre-map-action'
import { clearSelectionAction } from './clear-selection-action'
import { showKeysAction } from './show-keys-action'

/** Everything that can be done by a key, in the order the key list shows it. Two actions never share a key. */
export const actions: readonly Action[] = [
  acknowledgeAction,
  takeNextAction,
  ...queueMoveActions,
  centreMapAction,
  clearSelectionAction,
  showKeysAction,
]
