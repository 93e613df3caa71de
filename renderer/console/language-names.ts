import type { Language } from '../../shared/lang/language'

/** Each in its own words, since who needs it cannot read the others. */
export const languageNames: Readonly<Record<Language, string>> = {
  'uz-Latn': 'Oʻzbekcha',
  'uz-Cyrl': 'Ўзбекча',
  ru: 'Русский',
  en: 'English',
}
