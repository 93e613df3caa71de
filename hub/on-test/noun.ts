import type { HubNoun } from '../hub-noun'
import { logFault } from '../keeper/log-fault'
import { followTests } from './follow-tests'
import { createTestDuties } from './test-duties'

export const onTestNoun: HubNoun = {
  follow: followTests,
  duties: ({ keeper, clock, log }) =>
    createTestDuties({
      keeper,
      clock,
      onFault: logFault(log, 'The end of a test could not be recorded'),
    }),
}
