import type { TFunction } from 'i18next'

/** What a signal reported, as in the journal: the code, and its English wording. */
export interface Said {
  readonly code: string
  readonly meaning: string
}

/**
 * What a signal reported, in the officer's language. A code in no table is worded as in the
 * journal.
 */
export function meaningWords(t: TFunction, said: Said): string {
  const ending = endingOf(t, said)
  const cause = causeWords(t, said)
  return ending === undefined ? cause : t(`codes:${ending}`, { meaning: cause })
}

/**
 * Only what is reported, not that it is over or still present: for a line that says so beside it.
 */
export function causeWords(t: TFunction, said: Said): string {
  const ending = endingOf(t, said)
  const cause =
    ending === undefined
      ? said.meaning
      : said.meaning.slice(0, -english(t, `codes:${ending}`).length)
  const keys = keysOf(said.code)
  const key =
    keys.find((each) => english(t, each, said.code) === cause) ??
    keys.find((each) => neutral.test(each))
  return (key && t(key, { code: said.code, defaultValue: '' })) || said.meaning
}

const endings = ['over', 'still'] as const
type Ending = (typeof endings)[number]

const endingOf = (t: TFunction, { meaning }: Said): Ending | undefined =>
  endings.find((ending) => meaning.endsWith(english(t, `codes:${ending}`)))

/** The English words in the journal tell which wording of a code the hub meant. */
const english = (t: TFunction, key: string, code = ''): string =>
  t(key, { lng: 'en', code, meaning: '', defaultValue: '' })

/**
 * Keys that are right whatever the journal says: a table's own wording, which may be newer than the
 * journal's.
 */
const neutral = /^codes:(?:cid|sia)\./

/**
 * A code's form shows its table: Contact ID has three digits, SIA two letters, the hub's own are
 * longer.
 */
function keysOf(code: string): readonly string[] {
  if (/^[0-9A-F]{3}$/.test(code))
    return [
      `codes:opening.${code}`,
      `codes:closing.${code}`,
      `codes:cid.${code}`,
      'codes:unknown.cid',
    ]
  if (/^[A-Z]{2}$/.test(code)) return [`codes:sia.${code}`, 'codes:unknown.sia']
  if (/^[A-Z]{4,8}$/.test(code))
    return ['begins', 'ends', 'moot'].map((form) => `codes:hub.${code}.${form}`)
  return []
}
