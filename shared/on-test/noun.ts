import { onDuty } from '../accounts/issuer'
import type { Noun } from '../room/noun'
import { rows } from '../room/part'
import { onTestCommands } from './commands'
import { decideEndTest, decideStartTest } from './decide'
import { foldTestEnded, foldTestStarted } from './fold'
import { onTestEvents } from './on-test'

export const onTest: Noun<typeof onTestEvents, typeof onTestCommands, 'onTest'> = {
  events: onTestEvents,
  folds: { 'test-started': foldTestStarted, 'test-ended': foldTestEnded },
  marks: {
    'test-started': (_, { data }) => [`test:${data.testId}`],
    'test-ended': (_, { data }) => [`ending-test:${data.testId}`],
  },
  foundBySiteName: ['test-started'],
  parts: { onTest: rows(([test]) => test?.siteId ?? '') },
  projections: [],
  commands: onTestCommands,
  rules: {
    'start-test': { may: onDuty, decide: decideStartTest },
    'end-test': {
      may: onDuty,
      decide: decideEndTest,
      siteOf: ({ onTest: tests }, { testId }) =>
        [...tests.values()].flat().find((test) => test.testId === testId)?.siteId,
    },
  },
}
