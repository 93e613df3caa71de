import type { TFunction } from 'i18next'
import { derivedOf } from '../../shared/lang/derived'
import type { OnTest } from '../../shared/on-test/on-test'
import type { Room } from '../../shared/room/room'
import type { Site } from '../../shared/sites/site'
import { zoneName } from '../../shared/sites/zone-of'

/** Everything on test, what ends first on top; the same list while the table is the same. */
export const allTests = derivedOf((onTest: Room['onTest']): readonly OnTest[] =>
  [...onTest.values()].flat().sort((a, b) => a.until - b.until || (a.testId < b.testId ? -1 : 1)),
)

export const noTests: readonly OnTest[] = []

/** What a test covers, in words: the whole site, or its zones with their names. */
export function sayCovered(t: TFunction, { zones }: OnTest, site: Site | undefined): string {
  if (zones === null) return t('on-test:whole')
  const named = zones.map((zone) =>
    [zone, zoneName(site, zone)].filter((word) => word !== null).join(' '),
  )
  return t('on-test:zones', { zones: named.join(', ') })
}
