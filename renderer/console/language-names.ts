import type { Language } from '../../shared/lang/language'

export const languageNames: Readonly<Record<Language, string>> = {
  'uz-Latn': 'Oʻzbekcha',
  'uz-Cyrl': 'Ўзбекча',
  ru: 'Русский',
  en: 'English',
}
