import { ActionButton } from '../console/ActionButton'
import type { CardSubject, Feature } from '../console/feature'
import { OnTestNote } from './OnTestNote'
import { StartTestDialog } from './StartTestDialog'
import { TestsDialog } from './TestsDialog'
import { TestsStatus } from './TestsStatus'
import { endTestAction, showTestsAction, startTestAction } from './test-actions'

declare module '../console/dialog-subjects' {
  interface DialogSubjects {
    'start-test': { siteId: string }
    tests: { testId: string | null }
  }
}

export const onTestFeature: Feature = {
  actions: [startTestAction, endTestAction, showTestsAction],
  dialogs: {
    'start-test': (about) => <StartTestDialog {...about} />,
    tests: (about) => <TestsDialog {...about} />,
  },
  cardParts: [
    { cards: ['alarm', 'incident', 'site'], region: 'head', place: 30, Part: Note },
    { cards: ['site'], region: 'actions', place: 10, Part: Start },
  ],
  status: [{ place: 14, Part: TestsStatus }],
}

function Note({ site, alarm, incident }: CardSubject) {
  const brief = incident !== null || alarm?.phase === 'raised'
  return site ? <OnTestNote site={site} brief={brief} /> : null
}

function Start({ site }: CardSubject) {
  return site ? (
    <ActionButton action={startTestAction} about={{ kind: 'site', siteId: site.id }} />
  ) : null
}
