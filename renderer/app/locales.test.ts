import { describe, expect, it } from 'vitest'
import { alarmKinds } from '../../shared/codes/kinds'
import { languages } from '../../shared/lang/language'
import { planNames } from '../../shared/plans/plan-names'
import { knownSteps } from '../../shared/plans/steps'
import { commandTypes } from '../../shared/room/commands'
import { quarantineReasons } from '../../shared/signals/signal'
import { siteCategories } from '../../shared/sites/site'
import { assignmentPhases } from '../../shared/teams/assignment'
import { createI18n, localeResources } from '../console/i18n'
import { actionsIn } from './actions'

const plural = /_(zero|one|two|few|many|other)$/

/** `namespace:key` → words, for one language. */
function wordsOf(language: string): Map<string, string> {
  const words = new Map<string, string>()
  const walk = (path: string, value: unknown) => {
    if (typeof value === 'string') words.set(path, value)
    else for (const [key, inner] of Object.entries(value as object)) walk(`${path}.${key}`, inner)
  }
  for (const [namespace, tree] of Object.entries(localeResources()[language] ?? {}))
    for (const [key, value] of Object.entries(tree as object)) walk(`${namespace}:${key}`, value)
  return words
}
const keysOf = (language: string) =>
  [...new Set([...wordsOf(language).keys()].map((key) => key.replace(plural, '')))].sort()
const files = import.meta.glob<object>('../../resources/locales/*/*.json', {
  eager: true,
  import: 'default',
})
const leavesOf = (tree: object): number =>
  Object.values(tree).reduce<number>(
    (all, one) => all + (typeof one === 'string' ? 1 : leavesOf(one)),
    0,
  )
const placesOf = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort()

describe.each(languages)('the words in %s', (language) => {
  const words = wordsOf(language)

  it('are there for every key', () => expect(keysOf(language)).toEqual(keysOf('en')))

  it('are given for a key by one file alone', () => {
    const given = Object.entries(files)
      .filter(([path]) => path.includes(`/${language}/`))
      .reduce((all, [, tree]) => all + leavesOf(tree), 0)
    expect(words.size).toBe(given)
  })

  it('are nowhere empty', () =>
    expect([...words].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([]))

  it('have all plural forms the language needs', () => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    const counted = [...words.keys()]
      .filter((key) => plural.test(key))
      .map((key) => key.replace(plural, ''))
    const missing = counted
      .flatMap((key) => needed.map((form) => `${key}_${form}`))
      .filter((key) => !words.has(key))
    expect(missing).toEqual([])
  })

  it('are filled with the same values as in English', () => {
    const english = wordsOf('en')
    const differing = [...words].filter(([key, text]) => {
      const model = english.get(key) ?? english.get(key.replace(plural, '_other')) ?? ''
      // A form for exactly one may say "one" instead of the number.
      const places = placesOf(text)
      return !plural.test(key) && String(places) !== String(placesOf(model))
    })
    expect(differing.map(([key]) => key)).toEqual([])
  })

  it('say a count with its number, in each of its forms', () => {
    const t = createI18n(language).t
    for (const count of [1, 2, 5])
      expect(t('app:status.outbox', { count })).toContain(String(count))
  })
})

describe('what can be said', () => {
  const words = wordsOf('en')
  const sources = import.meta.glob<string>(
    [
      '../../{shared,hub,electron,renderer}/**/*.ts',
      '../../{shared,hub,electron,renderer}/**/*.tsx',
      '!../../**/*.test.{ts,tsx}',
    ],
    { eager: true, query: '?raw', import: 'default' },
  )

  it('has words for every refusal and notice', () => {
    const codes = Object.values(sources).flatMap((source) =>
      [...source.matchAll(/(?:refuse|agree|sentence|refused)\(\s*'([\w-]+)'/g)].map(
        (match) => match[1],
      ),
    )
    expect(codes.length).toBeGreaterThan(20)
    expect(codes.filter((code) => !words.has(`refusals:${code}`))).toEqual([])
  })

  it('has words for every refusal that is written as its code', () => {
    // A link that is refused says so to a program, in a `message`; the window has words of its own
    // for that.
    const written = Object.entries(sources).filter(([path]) =>
      /\/(?:shared|hub|electron)\//.test(path),
    )
    const codes = written.flatMap(([, source]) =>
      [...source.matchAll(/\bcode: '([a-z]+(?:-[a-z]+)+)'(?!,\s*message)/g)].map(
        (match) => match[1],
      ),
    )
    expect(codes.length).toBeGreaterThan(5)
    expect(codes.filter((code) => !words.has(`refusals:${code}`))).toEqual([])
  })

  it('has the reason and what to do about it for everything that is quarantined', () => {
    const keys = quarantineReasons.flatMap((reason) => [
      `signals:reason.${reason}`,
      `signals:about-reason.${reason}`,
    ])
    expect(keys.filter((key) => !words.has(key))).toEqual([])
  })

  it('has words for every key the screen asks for by name', () => {
    const asked = Object.values(sources).flatMap((source) =>
      [...source.matchAll(/\bt\(\s*'(\w+:[\w.-]+)'/g)].map((match) => match[1] ?? ''),
    )
    expect(asked.length).toBeGreaterThan(50)
    expect(asked.filter((key) => !words.has(key) && !words.has(`${key}_other`))).toEqual([])
  })

  it('has words for every kind of alarm, category and phase', () => {
    const keys = [
      ...alarmKinds.map((kind) => `kinds:alarm.${kind}`),
      ...siteCategories.map((category) => `kinds:category.${category}`),
      ...assignmentPhases.map((phase) => `kinds:assignment.${phase}`),
      ...planNames.map((plan) => `sites:plan-name.${plan}`),
      ...Object.keys(knownSteps).flatMap((id) => [`steps:${id}.text`, `steps:${id}.hint`]),
    ]
    expect(keys.filter((key) => !words.has(key))).toEqual([])
  })

  it('has words for every action and command', () => {
    const keys = [
      ...[...actionsIn('live'), ...actionsIn('replay')].map(({ id }) => `actions:${id}`),
      ...commandTypes.map((type) => `command:${type}`),
    ]
    expect(keys.filter((key) => !words.has(key))).toEqual([])
  })
})

describe('the keys of the actions', () => {
  it.each(['live', 'replay'] as const)('are never given to two actions of a %s window', (mode) => {
    const keys = actionsIn(mode).flatMap((action) =>
      action.keys.split(',').map((key) => key.trim()),
    )
    expect(new Set(keys).size).toBe(keys.length)
  })
})
