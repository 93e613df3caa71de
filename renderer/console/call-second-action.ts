import type { Action } from './action'
import { commandRefusal } from './send-command'

/**
 * More comes than those here can deal with: another officer is called, and the rows of the queue
 * draw close.
 */
export const callSecondAction: Action = {
  id: 'call-second',
  keys: 'f8',
  group: 'queue',
  only: 'live',
  refusal: (data) => commandRefusal(data, 'call-second-officer'),
  async perform({ ports, send }) {
    const { queueView } = ports.store.getState()
    const density = { storm: true, armed: false }
    ports.store.setState({ queueView: { ...queueView, density } })
    await send({ type: 'call-second-officer' })
  },
}
