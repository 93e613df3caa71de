import type { Action } from '../console/action'
import type { ConsoleData } from '../console/console-store'
import { actionsOf } from '../console/feature'
import { features } from './features'

/** Two actions of one window never share a key. */
const byMode: Readonly<Record<ConsoleData['mode'], readonly Action[]>> = {
  live: actionsOf(features, 'live'),
  replay: actionsOf(features, 'replay'),
}

/** The actions of one kind of window, in the order of the key list. */
export const actionsIn = (mode: ConsoleData['mode']): readonly Action[] => byMode[mode]
