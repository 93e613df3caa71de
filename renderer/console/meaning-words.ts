import type { TFunction } from 'i18next'

/** What a signal reported, as the journal has it: the code, and its wording in English. */
export interface Said {
  readonly code: string
  readonly meaning: string
}

/**
 * What a signal reported, in the officer's language. A code no table has is said as the journal
 * says it.
 */
export function meaningWords(t: TFunction, said: Said): string {
  const ending = endingOf(t, said)
  const cause = causeWords(t, said)
  return ending === undefined ? cause : t(`codes:${ending}`, { meaning: cause })
}

/**
 * What is reported alone, without that it is over or still present: for a line that says so beside
 * it.
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

/** The words the hub wrote into the journal: they tell which wording of a code it meant. */
const english = (t: TFunction, key: string, code = ''): string =>
  t(key, { lng: 'en', code, meaning: '', defaultValue: '' })

/**
 * Right whatever the journal says beside the code: a table's own wording, which may be a later one
 * than the journal's.
 */
const neutral = /^codes:(?:cid|sia)\./

/**
 * Whose code it is shows in its form: Contact ID's have three digits, SIA's two letters, the hub's
 * more.
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
