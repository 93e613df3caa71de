import { createInstance, type i18n, type Resource } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { type Language, languages } from '../../shared/ipc/contract'
import { isolated } from '../../shared/text/isolated'

/**
 * `resources/locales/<language>/<namespace>.json`, all bundled: the console works without any
 * network.
 */
const files = import.meta.glob<Record<string, unknown>>('../../resources/locales/*/*.json', {
  eager: true,
  import: 'default',
})

export function localeResources(): Resource {
  const resources: Resource = {}
  for (const [path, words] of Object.entries(files)) {
    const [namespace, language] = path
      .replace(/\.json$/, '')
      .split('/')
      .reverse()
    if (!namespace || !language) continue
    resources[language] = { ...resources[language], [namespace]: words as Record<string, string> }
  }
  return resources
}

/**
 * Words for the screen: `t` with `namespace:key`. A key absent in a language is said in English.
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
    // React escapes what it draws; a name written from right to left must not turn the sentence it
    // stands in.
    interpolation: { escape: isolated },
  })
  return instance
}
