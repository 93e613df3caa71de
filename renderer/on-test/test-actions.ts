import { type Refusal, sentence } from '../../shared/lang/decision'
import type { OnTest } from '../../shared/on-test/on-test'
import type { Action } from '../console/action'
import { openDialog } from '../console/console-changes'
import type { ConsoleData, Selection } from '../console/console-store'
import { dialogAction } from '../console/dialog-action'
import { endingIn } from '../console/ending'
import { subjectOf } from '../console/selection'
import { commandRefusal } from '../console/send-command'
import { noTests } from './tests'

/**
 * A team's run does not mean the site it goes to: a key must not put on test what nobody looks at.
 */
const siteAbout = (data: ConsoleData, about: Selection) => {
  const { site, team } = subjectOf(data, about)
  return team ? null : site
}

const siteRefusal = (data: ConsoleData, about: Selection): Refusal | null =>
  siteAbout(data, about) ? null : sentence('no-site-selected', 'Select a site first')

const testsAbout = (data: ConsoleData, about: Selection): readonly OnTest[] =>
  data.room.onTest.get(siteAbout(data, about)?.id ?? '') ?? noTests

const testEnding = sentence('test-ending', 'It ends as soon as the hub has heard of it')

const noneRefusal = (data: ConsoleData, about: Selection): Refusal =>
  endingIn(data).tests.some(({ siteId }) => siteId === siteAbout(data, about)?.id)
    ? testEnding
    : sentence('not-on-test', 'This site is not on test')

/** Puts the selected site, or some of its zones, on test; asks which, how long and why. */
export const startTestAction = dialogAction({
  id: 'start-test',
  keys: 'w',
  group: 'site',
  refusal: (data, about) => commandRefusal(data, 'start-test') ?? siteRefusal(data, about),
  dialog(data, about) {
    const site = siteAbout(data, about)
    return site ? { kind: 'start-test', siteId: site.id } : null
  },
})

export const endTestAction: Action = {
  id: 'end-test',
  keys: 'e',
  group: 'site',
  refusal: (data, about) =>
    commandRefusal(data, 'end-test') ??
    siteRefusal(data, about) ??
    (testsAbout(data, about).length > 0 ? null : noneRefusal(data, about)),
  async perform({ data, ports, send }, about) {
    const [test, another] = testsAbout(data, about)
    if (test && another) openDialog(ports, { kind: 'tests', testId: test.testId })
    else if (test) await send({ type: 'end-test', testId: test.testId })
  },
}

export const endOneAction = (test: OnTest | undefined): Action => ({
  ...endTestAction,
  refusal: (data) =>
    commandRefusal(data, 'end-test') ??
    (endingIn(data).tests.some(({ testId }) => testId === test?.testId) ? testEnding : null),
  async perform({ send }) {
    if (test) await send({ type: 'end-test', testId: test.testId })
  },
})

export const showTestsAction = dialogAction({
  id: 'show-tests',
  keys: 'shift+w',
  group: 'site',
  dialog: () => ({ kind: 'tests', testId: null }),
})
