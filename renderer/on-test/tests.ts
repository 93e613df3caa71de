import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { derivedOf } from '../../shared/lang/derived'
import type { OnTest } from '../../shared/on-test/on-test'
import type { Room } from '../../shared/room/room'
import type { SiteRow } from '../../shared/sites/site-row'
import { zoneName } from '../../shared/sites/zone-of'
import { useConsole } from '../console/console-context'
import { useEnding } from '../console/ending'

/** Everything on test, the first to end on top. The same list while the table is the same. */
export const allTests = derivedOf((onTest: Room['onTest']): readonly OnTest[] =>
  [...onTest.values()].flat().sort(soonest),
)

function soonest(a: OnTest, b: OnTest): number {
  return a.until - b.until || (a.testId < b.testId ? -1 : 1)
}

/** Everything the hub raises no alarm for, and what will be on test once it is back. */
export function useAllTests(): readonly OnTest[] {
  const tests = allTests(useConsole((data) => data.room.onTest))
  const ending = useEnding().tests
  return useMemo(
    () => (ending.length === 0 ? tests : [...tests, ...ending].sort(soonest)),
    [tests, ending],
  )
}

/** Like useAllTests, for one site. */
export function useTestsOf(siteId: string): readonly OnTest[] {
  const tests = useConsole((data) => data.room.onTest.get(siteId) ?? noTests)
  const ending = useEnding().tests.filter((test) => test.siteId === siteId)
  return ending.length === 0 ? tests : [...tests, ...ending]
}

export const noTests: readonly OnTest[] = []

export function sayCovered(t: TFunction, { zones }: OnTest, site: SiteRow | undefined): string {
  if (zones === null) return t('on-test:whole')
  const named = zones.map((zone) =>
    [zone, zoneName(site, zone)].filter((word) => word !== null).join(' '),
  )
  return t('on-test:zones', { zones: named.join(', ') })
}
