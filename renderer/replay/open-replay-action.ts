import { sentence } from '../../shared/lang/decision'
import { dialogAction } from '../console/dialog-action'

export const openReplayAction = dialogAction({
  id: 'open-replay',
  keys: 'shift+r',
  group: 'past',
  refusal: ({ mode }) =>
    mode === 'replay'
      ? sentence('already-replay', 'This window is a replay; open another from the live room')
      : null,
  dialog: () => ({ kind: 'open-replay' }),
})
