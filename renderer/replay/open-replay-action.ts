import { sentence } from '../../shared/lang/decision'
import type { Action } from '../console/action'
import { openDialog } from '../console/console-changes'

/** Asks which span of the past to watch; it opens in a window of its own. */
export const openReplayAction: Action = {
  id: 'open-replay',
  keys: 'shift+r',
  group: 'past',
  refusal: ({ mode }) =>
    mode === 'replay'
      ? sentence('already-replay', 'This window is a replay; open another from the live room')
      : null,
  perform: ({ ports }) => openDialog(ports, { kind: 'open-replay' }),
}
