import { createInstance, type i18n, type Resource } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { type Language, languages } from '../../shared/lang/language'
import { isolated } from '../../shared/text/isolated'

/**
 * `resources/locales/<language>/<namespace>.json`, all bundled: the console works without any
 * network.
 */
const files = import.meta.glob<Record<string, unknown>>('../../resources/locales/*/*.json', {
  eager: true,
  import: 'default',
})

type Words = Readonly<Record<string, unknown>>

/**
 * Namespaces shared by all nouns: `actions` by id, `command` by type, `refusals` by code, `kinds`
 * by kind, `typed` and `typed-words` by the id of a line command. Each noun's file has its own
 * words under the same name.
 */
export const sharedNamespaces = [
  'actions',
  'command',
  'refusals',
  'kinds',
  'typed',
  'typed-words',
] as const

export function localeResources(): Resource {
  const resources: Record<string, Record<string, Words>> = {}
  for (const [path, words] of Object.entries(files)) {
    const [namespace, language] = path
      .replace(/\.json$/, '')
      .split('/')
      .reverse()
    if (!namespace || !language) continue
    const known = resources[language] ?? {}
    resources[language] = { ...known, ...withWords(known, namespace, words) }
  }
  return resources as Resource
}

function withWords(
  known: Readonly<Record<string, Words>>,
  namespace: string,
  words: Words,
): Record<string, Words> {
  const shared = sharedNamespaces.map((name): [string, Words] => [
    name,
    { ...known[name], ...Object(words[name]) },
  ])
  const own = Object.entries(words).filter(
    ([key]) => !sharedNamespaces.some((name) => name === key),
  )
  return { [namespace]: Object.fromEntries(own), ...Object.fromEntries(shared) }
}

/**
 * Words for the screen: `t` with `namespace:key`. A key missing in a language is said in English.
 */
export function createI18n(language: Language): i18n {
  const instance = createInstance()
  instance.use(initReactI18next).init({
    resources: localeResources(),
    lng: language,
    supportedLngs: [...languages],
    fallbackLng: 'en',
    load: 'currentOnly',
    defaultNS: 'app',
    initAsync: false,
    returnNull: false,
    // React escapes what it draws. A right-to-left name must not turn the sentence around it.
    interpolation: { escape: isolated },
  })
  return instance
}
