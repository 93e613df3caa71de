import { callSecondAction } from '../console/call-second-action'
import type { Feature } from '../console/feature'
import { EscalationNote } from './EscalationNote'

/** What waits too long, and who was told. */
export const escalationFeature: Feature = {
  actions: [callSecondAction],
  cardParts: [{ cards: ['alarm', 'incident'], region: 'head', place: 45, Part: EscalationNote }],
}
