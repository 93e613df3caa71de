import type { Noun } from '../room/noun'
import { byId } from '../room/part'
import { planCommands } from './commands'
import { decidePublish } from './decide'
import { foldPublished } from './fold'
import { planEvents } from './plan'

export const plans: Noun<typeof planEvents, typeof planCommands, 'plans'> = {
  events: planEvents,
  folds: { 'plan-published': foldPublished },
  parts: { plans: byId() },
  projections: [],
  commands: planCommands,
  rules: { 'publish-plan': { may: ['supervisor'], decide: decidePublish } },
}
