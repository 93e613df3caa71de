import type { Action } from '../console/action'

export const clearSelectionAction: Action = {
  id: 'clear-selection',
  keys: 'escape',
  group: 'map',
  refusal: () => null,
  perform: ({ ports }) => ports.store.setState({ selection: null }),
}
