import type { Feature } from '../console/feature'
import { CommandLine } from './CommandLine'
import { focusLineAction } from './focus-line-action'

/** Everything by words: one line to type in. */
export const commandLineFeature: Feature = {
  actions: [focusLineAction],
  status: [{ place: 0, Part: CommandLine }],
}
