import { useTranslation } from 'react-i18next'
import type { OnTest, TestSignal } from '../../shared/on-test/on-test'
import type { SiteRow } from '../../shared/sites/site-row'
import { causeWords, meaningWords } from '../console/meaning-words'
import { useNow } from '../console/now'
import { PendingMark } from '../console/PendingChip'
import { duration, wallMinute, wallTime } from '../console/time'
import { sayZone } from '../console/zone-words'
import { sayCovered } from './tests'
import './on-test.css'

export interface TestFactsProps {
  readonly test: OnTest
  readonly site: SiteRow | undefined
  readonly shown: number
}

/** One test in full: until when, what, who, why, and what has come of it. */
export function TestFacts({ test, site, shown }: TestFactsProps) {
  const { t } = useTranslation()
  const { startedBy, startedAt, reason, signalCount, signals } = test
  return (
    <>
      <TestHead test={test} site={site} />
      <p className="on-test__why selectable">
        <span>{t('on-test:by', { by: startedBy, time: wallTime(startedAt) })}</span> <q>{reason}</q>
      </p>
      <p className="on-test__count">
        {signalCount === 0
          ? t('on-test:signals-none')
          : t('on-test:signals', { count: signalCount })}
      </p>
      <ol className="on-test__signals selectable">
        {signals
          .slice(-shown)
          .toReversed()
          .map((signal) => (
            <TestSignalLine key={signal.seq} signal={signal} site={site} />
          ))}
      </ol>
    </>
  )
}

export function TestHead({ test, site }: Pick<TestFactsProps, 'test' | 'site'>) {
  const { t } = useTranslation()
  return (
    <>
      <p className="on-test__head">
        <strong className="on-test__mark">{t('on-test:mark')}</strong>
        <strong>{t('on-test:until', { time: wallMinute(test.until) })}</strong>
        <TimeLeft until={test.until} />
        <PendingMark row={{ row: 'test', testId: test.testId }} />
      </p>
      <p className="on-test__what">{sayCovered(t, test, site)}</p>
    </>
  )
}

/** Counts down and stops at zero, whether or not the hub has said so. */
export function TimeLeft({ until }: { until: number }) {
  const { t } = useTranslation()
  const left = until - useNow()
  return (
    <span className="on-test__left">
      {left > 0 ? t('on-test:left', { age: duration(left) }) : t('on-test:over')}
    </span>
  )
}

function TestSignalLine({ signal, site }: { signal: TestSignal; site: SiteRow | undefined }) {
  const { t } = useTranslation()
  const { at, zone, code } = signal
  const over = signal.class === 'restore'
  return (
    <li>
      <time>{wallTime(at)}</time>
      <strong>{sayZone(t, site, zone)}</strong>
      <span>
        {over ? `${t('alarms:restored')}: ${causeWords(t, signal)}` : meaningWords(t, signal)}
      </span>
      <code>{code}</code>
    </li>
  )
}
