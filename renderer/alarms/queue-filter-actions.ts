import { isFiltering, noFilter } from '../../shared/alarms/queue-filter'
import { sentence } from '../../shared/lang/decision'
import type { Action } from '../console/action'
import { dialogAction } from '../console/dialog-action'
import { changeFilter } from './queue-view'

export const showFilterAction = dialogAction({
  id: 'queue-filter',
  keys: 'backslash',
  group: 'queue',
  dialog: () => ({ kind: 'queue-filter' }),
})

export const showWholeQueueAction: Action = {
  id: 'queue-whole',
  keys: 'shift+backslash',
  group: 'queue',
  refusal: ({ queueView }) =>
    isFiltering(queueView.filter)
      ? null
      : sentence('queue-is-whole', 'The whole queue is shown already'),
  perform: ({ ports }) => changeFilter(ports.store, noFilter),
}
