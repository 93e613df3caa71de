import type { AlarmKind } from '../codes/kinds'
import { searchWords } from '../text/search-key'
import type { EntryGroup } from './entry-group'

/*
 * Everything a search can be narrowed by (site, account, team …) is a term of the index, like the
 * words. Any combination is then one walk along sorted lists, however rare or common each term is.
 *
 * A thing's term begins with a private-use character, so that it is never taken for a word.
 * Characters other than small letters and digits are moved to private use too: the tokenizer then
 * cuts nothing off and changes no letter.
 */

const things = ['site', 'account', 'team', 'officer', 'incident', 'group', 'kind'] as const
export type Thing = (typeof things)[number]

const marks = 0xe000
const moved = 0xe100
/** Private-use characters available from `moved` on. */
const room = 0x1700

export const termOf = (thing: Thing, id: string): string =>
  String.fromCharCode(marks + things.indexOf(thing)) +
  id.replace(/[^a-z0-9]/g, (sign) => String.fromCharCode(moved + (sign.charCodeAt(0) % room)))

export interface Wanted {
  readonly siteId?: string | undefined
  readonly account?: string | undefined
  readonly teamId?: string | undefined
  readonly officerId?: string | undefined
  readonly incidentId?: string | undefined
  readonly kind?: AlarmKind | undefined
  readonly groups?: readonly EntryGroup[] | undefined
  readonly words?: string | undefined
}

/** Further words narrow nothing down. */
const mostWords = 12

/**
 * The FTS5 query; null without terms. The last word also matches as the beginning of one, since it
 * may still be being typed.
 */
export function matchOf(wanted: Wanted): string | null {
  const one = (thing: Thing, id: string | undefined) =>
    id === undefined ? [] : [`"${termOf(thing, id)}"`]
  const { groups = [], words = '' } = wanted
  const any = groups.map((group) => `"${termOf('group', group)}"`).join(' OR ')
  const parts = [
    ...one('incident', wanted.incidentId),
    ...one('site', wanted.siteId),
    ...one('account', wanted.account),
    ...one('team', wanted.teamId),
    ...one('officer', wanted.officerId),
    ...one('kind', wanted.kind),
    ...(any === '' ? [] : [`(${any})`]),
    ...searchWords(words)
      .slice(0, mostWords)
      .map((word, at, all) =>
        at < all.length - 1 || word.length < 2 ? `"${word}"` : `"${word}"*`,
      ),
  ]
  return parts.length === 0 ? null : parts.join(' AND ')
}
