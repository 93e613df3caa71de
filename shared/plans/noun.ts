import type { Noun } from '../room/noun'
import { planCommands } from './commands'
import { decidePublish } from './decide'
import { foldPublished } from './fold'
import { planEvents } from './plan'

/** Response plans: what is to be done, in which order, for each kind of alarm. */
export const plans: Noun<typeof planEvents, typeof planCommands> = {
  events: planEvents,
  folds: { 'plan-published': foldPublished },
  commands: planCommands,
  rules: { 'publish-plan': { may: ['supervisor'], decide: decidePublish } },
}
