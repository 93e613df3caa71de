import { describe, expect, it } from 'vitest'
import { languages } from '../../shared/lang/language'
import { scriptless } from '../command-line/word-readings'
import { localeResources } from '../console/i18n'
import { features } from './features'

const commands = features.flatMap(({ line = [] }) => line)
const resources = localeResources() as Record<string, Record<string, Record<string, string>>>
const wordsOf = (id: string, language: string) =>
  (resources[language]?.['typed-words']?.[id] ?? '').split(' ').filter(Boolean)

describe('What can be typed in the command line', () => {
  it('means one thing, whatever the language and the script', () => {
    const meant = new Map<string, Set<string>>()
    for (const { id, words } of commands)
      for (const word of [...words, ...languages.flatMap((language) => wordsOf(id, language))])
        meant.set(scriptless(word), (meant.get(scriptless(word)) ?? new Set()).add(id))
    expect([...meant].filter(([, ids]) => ids.size > 1)).toEqual([])
  })

  it('can be typed in the language of the screen', () => {
    for (const language of languages)
      for (const { id } of commands) expect(wordsOf(id, language), id).not.toEqual([])
  })

  it('is named once', () => {
    const ids = commands.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})
