import { searchKey } from '../../shared/text/search-key'
import { asOnLatinKeys } from './latin-keys'

export interface NamedTeam {
  readonly id: string
  readonly callSign: string
}

export type TeamFound =
  | { readonly count: 0 }
  | { readonly count: 1; readonly teams: readonly [NamedTeam] }
  | { readonly count: 2; readonly teams: readonly NamedTeam[] }

/** Letters and figures of a call sign, its number without leading zeros: `Q-07` is `q7`. */
const bare = (sign: string): string =>
  sign
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/0+(?=\d)/g, (zeros, at: number, whole: string) =>
      /\d/.test(whole[at - 1] ?? '') ? zeros : '',
    )

const numberOf = (sign: string): string => /\d+$/.exec(bare(sign))?.[0] ?? ''

/**
 * Readings of a call sign, the closest first: as written, as its keys read on a Latin keyboard, in
 * another script, by its number alone.
 */
const readings: readonly ((text: string) => (sign: string) => boolean)[] = [
  (text) => (sign) => bare(sign) === bare(text),
  (text) => (sign) => bare(sign) === bare(asOnLatinKeys(text)),
  (text) => (sign) => bare(searchKey(sign)) === bare(searchKey(text)),
  (text) => (sign) => /^\d+$/.test(text) && numberOf(sign) === bare(text),
]

/** The teams a text names: all that match its closest reading. */
export function teamNamed(text: string, teams: readonly NamedTeam[]): TeamFound {
  if (bare(text) === '') return { count: 0 }
  for (const reading of readings) {
    const is = reading(text)
    const [first, ...others] = teams.filter(({ callSign }) => is(callSign))
    if (!first) continue
    return others.length === 0
      ? { count: 1, teams: [first] }
      : { count: 2, teams: [first, ...others] }
  }
  return { count: 0 }
}

/** Whether further typing can turn the text into this call sign. */
export const beginsSign = (text: string, sign: string): boolean => {
  const begun = [bare(text), bare(asOnLatinKeys(text))].filter((one) => one !== '')
  return (
    begun.length === 0 ||
    begun.some(
      (one) =>
        bare(sign).startsWith(one) ||
        sign
          .toLowerCase()
          .replace(/[^\p{L}\p{N}]/gu, '')
          .startsWith(one),
    )
  )
}
