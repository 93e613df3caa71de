import type { i18n, TFunction } from 'i18next'
import type { Room } from '../../shared/room/room'
import { listed } from '../../shared/text/isolated'
import type { Bundle } from '../../shared/triage/ledger'
import { sayNumber } from '../console/figures'
import { wallMinute } from '../console/time'
import { sayZone } from '../console/zone-words'

export interface Words {
  readonly t: TFunction
  readonly i18n: Pick<i18n, 'language'>
}

export function sayPlace(
  t: TFunction,
  { place }: Pick<Bundle, 'place'>,
  sites: Room['sites'],
): string {
  switch (place.type) {
    case 'region':
      return t('triage:region')
    case 'town':
      return place.town
    case 'zone': {
      const site = sites.get(place.siteId)
      const zone = place.zone === '' ? '' : sayZone(t, site, place.zone)
      return listed([site?.name ?? t('alarms:unknown-site'), zone], ', ')
    }
  }
}

const counted = ({ t, i18n }: Words, key: string, count: number): string =>
  t(key, { count, shown: sayNumber(i18n.language, count) })

/** `1,140 signals` and `of 96 sites`. */
export const sayCounts = (words: Words, { signalCount, siteCount }: Bundle) => ({
  signals: counted(words, 'triage:signals', signalCount),
  sites: counted(words, 'triage:of-sites', siteCount),
})

/**
 * The row in one sentence: `1,140 signals of 96 sites bundled by rule power cut, Qarshi, since
 * 02:14`.
 */
export const sayBundle = (words: Words, bundle: Bundle, sites: Room['sites']): string =>
  words.t('triage:bundled', {
    ...sayCounts(words, bundle),
    rule: words.t(`triage:rule.${bundle.rule}`),
    place: sayPlace(words.t, bundle, sites),
    time: wallMinute(bundle.since),
  })

export function sayRestored({ t, i18n }: Words, { restoredCount, siteCount }: Bundle): string {
  if (siteCount > 0 && restoredCount === siteCount) return t('triage:restored-all')
  return t('triage:restored', {
    n: sayNumber(i18n.language, restoredCount),
    all: sayNumber(i18n.language, siteCount),
  })
}

export function sayState(t: TFunction, bundle: Bundle): string {
  switch (bundle.phase) {
    case 'open':
      return t('triage:state.open')
    case 'ended':
      return t('triage:state.ended', { time: wallMinute(bundle.endedAt) })
    case 'emptied':
      return t('triage:state.emptied', { time: wallMinute(bundle.emptiedAt) })
    case 'unbundled':
      return t('triage:state.unbundled', {
        by: bundle.unbundledBy,
        time: wallMinute(bundle.unbundledAt),
      })
    case 'closed':
      return t('triage:state.closed', { by: bundle.closedBy, time: wallMinute(bundle.closedAt) })
  }
}
