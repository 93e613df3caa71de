import { describe, expect, it } from 'vitest'
import { languages } from '../../shared/lang/language'
import { commandTypes } from '../../shared/room/commands'
import { localeResources } from '../console/i18n'
import { actionsIn } from './actions'
import { features } from './features'

const source = Object.values(
  import.meta.glob<string>(
    [
      '../../{shared,hub,electron,renderer,node}/**/*.{ts,tsx}',
      '!**/*.test.*',
      '!**/*-fixture.ts',
      '!**/testing/**',
    ],
    { eager: true, query: '?raw', import: 'default' },
  ),
).join('\n')

/** `namespace:key` → words. */
function wordsOf(language: string): Map<string, string> {
  const words = new Map<string, string>()
  const walk = (path: string, value: unknown) => {
    if (typeof value === 'string') words.set(path, value)
    else for (const [key, inner] of Object.entries(Object(value))) walk(`${path}.${key}`, inner)
  }
  for (const [namespace, tree] of Object.entries(localeResources()[language] ?? {}))
    for (const [key, value] of Object.entries(Object(tree))) walk(`${namespace}:${key}`, value)
  return words
}

const quoted = new Set([...source.matchAll(/['"`]([\w-]+)(?=['"`])/g)].map(([, word]) => word))
const escaped = (text: string) => text.replace(/[.*+?^|()[\]\\$]/g, '\\$&')
const named = new Set([...source.matchAll(/['"`]([\w-]+:[\w.-]+)['"`]/g)].map(([, key]) => key))
/** Keys that are put together: `kinds:alarm.${kind}`, or one that ends with a dot. */
const composed = [
  ...[...source.matchAll(/`([\w-]+:[\w.-]*\$\{[^`]*)`/g)].map(([, text = '']) =>
    text.split(/\$\{[^}]*\}/),
  ),
  ...[...source.matchAll(/['"]([\w-]+:[\w.-]*\.)['"]/g)].map(([, text = '']) => [text, '']),
].map((parts) => new RegExp(`^${parts.map((part) => escaped(part)).join('.+')}$`))

const lineIds = new Set(features.flatMap(({ line = [] }) => line.map(({ id }) => id)))

const shared: Readonly<Record<string, (name: string) => boolean>> = {
  actions: (id) => [...actionsIn('live'), ...actionsIn('replay')].some((one) => one.id === id),
  command: (type) => commandTypes.some((one) => one === type),
  typed: (name) => lineIds.has(name.replace(/\.(?:does|says)$/, '')),
  'typed-words': (id) => lineIds.has(id),
  // Said by its code alone, or by the code of what it is a kind of.
  refusals: (code) =>
    quoted.has(code) || quoted.has(code.replace(/^(?:detail|storage|trouble)-/, '')),
}

function isUsed(key: string): boolean {
  const [namespace = '', name = ''] = key.split(':')
  const known = shared[namespace]
  return known ? known(name) : named.has(key) || composed.some((form) => form.test(key))
}

/** Names of protocols are the same everywhere. */
const untranslatable = /^signals:channel\./
/** The same word in two languages. */
const sameWord: Readonly<Record<string, readonly string[]>> = {
  'en uz-Latn': ['kinds:role.admin', 'app:demo', 'records:entry.signal-received', 'teams:post'],
  'ru uz-Cyrl': ['incidents:log.alarm-raised'],
}
const letters = (text: string) => text.replace(/\{\{\w+\}\}/g, '').match(/\p{L}{3,}/u) !== null

/** One word may be the same in Russian and Uzbek; a sentence is not. */
const pairs = [
  ['en', 'ru', letters],
  ['en', 'uz-Latn', letters],
  ['en', 'uz-Cyrl', letters],
  ['uz-Latn', 'uz-Cyrl', letters],
  ['ru', 'uz-Cyrl', (text: string) => letters(text) && /\s/.test(text)],
] as const

describe('The words of the console', () => {
  it.each(languages)('in %s are all asked for by something', (language) => {
    const keys = [...wordsOf(language).keys()].map((key) =>
      key.replace(/_(?:zero|one|two|few|many|other)$/, ''),
    )
    expect([...new Set(keys)].filter((key) => !isUsed(key))).toEqual([])
  })

  it.each(pairs)('in %s are not those in %s', (one, other, tells) => {
    const words = wordsOf(other)
    const same = sameWord[`${one} ${other}`] ?? []
    const alike = [...wordsOf(one)]
      .filter(([key, text]) => tells(text) && words.get(key) === text)
      .map(([key]) => key)
      .filter((key) => !untranslatable.test(key) && !same.includes(key))
    expect(alike).toEqual([])
  })
})
