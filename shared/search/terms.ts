import type { AlarmKind } from '../codes/kinds'
import { searchWords } from '../text/search-key'
import type { EntryGroup } from './entry-group'

/*
 * What a search can be narrowed by (site, account, team …) is a term of the index like the words
 * are. So any of them together are one walk along sorted lists, however rare or common each is.
 *
 * The term of a thing begins with a character of private use, so that no word is ever taken for
 * it. What is not a small letter or a digit is moved into private use too: the tokenizer then cuts
 * nothing off and changes no letter.
 */

const things = ['site', 'account', 'team', 'officer', 'incident', 'group', 'kind'] as const
export type Thing = (typeof things)[number]

const marks = 0xe000
const moved = 0xe100
/** Characters of private use from `moved` on. */
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
  /** Any of these. */
  readonly groups?: readonly EntryGroup[] | undefined
  readonly words?: string | undefined
}

/** Words beyond these narrow nothing down any more. */
const mostWords = 12

/**
 * What FTS5 is asked; null when nothing is wanted in particular. The last word may be the beginning
 * of one in the entry: it is still being typed.
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
