import { useTranslation } from 'react-i18next'
import type { SiteRow } from '../../shared/sites/site-row'
import { ActionButton } from '../console/ActionButton'
import { TestFacts, TestHead } from './TestFacts'
import { endTestAction } from './test-actions'
import { useTestsOf } from './tests'
import './on-test.css'

/** Signals listed on a card; the list of tests has the others. */
const shown = 5

/**
 * Says on a site's card that no alarms are raised for it, too plainly to overlook. `brief` is for
 * the card of an alarm, where the plan needs the room; the site's card has everything.
 */
export function OnTestNote({ site, brief = false }: { site: SiteRow; brief?: boolean }) {
  const { t } = useTranslation()
  const tests = useTestsOf(site.id)
  if (tests.length === 0) return null
  return (
    <section
      className={brief ? 'on-test on-test--brief' : 'on-test'}
      aria-label={t('on-test:mark')}
    >
      {tests.map((test) => (
        <div className="on-test__one" key={test.testId}>
          {brief ? (
            <TestHead test={test} site={site} />
          ) : (
            <TestFacts test={test} site={site} shown={shown} />
          )}
        </div>
      ))}
      <ActionButton
        action={endTestAction}
        about={{ kind: 'site', siteId: site.id }}
        reasonVisible
      />
    </section>
  )
}
