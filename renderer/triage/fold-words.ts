import type { i18n, TFunction } from 'i18next'
import type { Room } from '../../shared/room/room'
import { listed } from '../../shared/text/isolated'
import type { Fold } from '../../shared/triage/ledger'
import { sayNumber } from '../console/figures'
import { wallMinute } from '../console/time'
import { sayZone } from '../console/zone-words'

/** What words are made with: the language says how a number is written. */
export interface Words {
  readonly t: TFunction
  readonly i18n: Pick<i18n, 'language'>
}

/** Where the rule folds. */
export function sayPlace(
  t: TFunction,
  { place }: Pick<Fold, 'place'>,
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
export const sayCounts = (words: Words, { signalCount, siteCount }: Fold) => ({
  signals: counted(words, 'triage:signals', signalCount),
  sites: counted(words, 'triage:of-sites', siteCount),
})

/**
 * The row in one sentence: `1,140 signals of 96 sites folded by rule power cut, Qarshi, since
 * 02:14`.
 */
export const sayFold = (words: Words, fold: Fold, sites: Room['sites']): string =>
  words.t('triage:folded', {
    ...sayCounts(words, fold),
    rule: words.t(`triage:rule.${fold.rule}`),
    place: sayPlace(words.t, fold, sites),
    time: wallMinute(fold.since),
  })

/** How many of its sites have reported the end. */
export function sayRestored({ t, i18n }: Words, { restoredCount, siteCount }: Fold): string {
  if (siteCount > 0 && restoredCount === siteCount) return t('triage:restored-all')
  return t('triage:restored', {
    n: sayNumber(i18n.language, restoredCount),
    all: sayNumber(i18n.language, siteCount),
  })
}

/** What became of it so far. */
export function sayState(t: TFunction, fold: Fold): string {
  switch (fold.phase) {
    case 'open':
      return t('triage:state.open')
    case 'ended':
      return t('triage:state.ended', { time: wallMinute(fold.endedAt) })
    case 'emptied':
      return t('triage:state.emptied', { time: wallMinute(fold.emptiedAt) })
    case 'unfolded':
      return t('triage:state.unfolded', { by: fold.unfoldedBy, time: wallMinute(fold.unfoldedAt) })
    case 'closed':
      return t('triage:state.closed', { by: fold.closedBy, time: wallMinute(fold.closedAt) })
  }
}
