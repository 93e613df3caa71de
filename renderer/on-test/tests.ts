import type { TFunction } from 'i18next'
import type { OnTest } from '../../shared/on-test/on-test'
import type { Room } from '../../shared/room/room'
import type { Site } from '../../shared/sites/site'
import { zoneName } from '../../shared/sites/zone-of'

const ordered = new WeakMap<Room['onTest'], readonly OnTest[]>()

/** Everything on test, what ends first on top; the same list while the table is the same. */
export function allTests(onTest: Room['onTest']): readonly OnTest[] {
  const known = ordered.get(onTest)
  if (known) return known
  const list = [...onTest.values()]
    .flat()
    .sort((a, b) => a.until - b.until || (a.testId < b.testId ? -1 : 1))
  ordered.set(onTest, list)
  return list
}

export const noTests: readonly OnTest[] = []

/** What a test covers, in words: the whole site, or its zones with their names. */
export function sayCovered(t: TFunction, { zones }: OnTest, site: Site | undefined): string {
  if (zones === null) return t('on-test:whole')
  const named = zones.map((zone) =>
    [zone, zoneName(site, zone)].filter((word) => word !== null).join(' '),
  )
  return t('on-test:zones', { zones: named.join(', ') })
}
