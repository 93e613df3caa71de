import { describe, expect, it } from 'vitest'
import { languages } from '../../shared/lang/language'
import type { Feature } from '../console/feature'
import { sharedNamespaces } from '../console/i18n'

type Words = Readonly<Record<string, Readonly<Record<string, unknown>>>>

const files = import.meta.glob<Words>('../../resources/locales/*/*.json', {
  eager: true,
  import: 'default',
})
const featureModules = import.meta.glob<Readonly<Record<string, Feature>>>('../*/feature.tsx', {
  eager: true,
})
const nounModules = import.meta.glob<Readonly<Record<string, { readonly commands?: object }>>>(
  '../../shared/*/noun.ts',
  { eager: true },
)
const sources = import.meta.glob<string>(
  ['../../shared/*/**/*.ts', '!**/*.test.*', '!**/testing/**'],
  { eager: true, query: '?raw', import: 'default' },
)

const folderOf = (path: string) => path.split('/').at(-2) ?? ''
const byFolder = <One>(modules: Readonly<Record<string, Readonly<Record<string, One>>>>) =>
  Object.entries(modules).map(([path, module]): readonly [string, readonly One[]] => [
    folderOf(path),
    Object.values(module),
  ])
const features = byFolder(featureModules)
const nouns = byFolder(nounModules)
const isNoun = (folder: string) => nouns.some(([name]) => name === folder)

/** What a noun's own file has under one of the names that all files share. */
const own = (language: string, folder: string, name: (typeof sharedNamespaces)[number]) =>
  Object.keys(files[`../../resources/locales/${language}/${folder}.json`]?.[name] ?? {})

/** Each refusal of the core, and the nouns that give it. */
function givenBy(): Map<string, Set<string>> {
  const by = new Map<string, Set<string>>()
  for (const [path, text] of Object.entries(sources)) {
    const folder = path.split('/')[3] ?? ''
    if (!isNoun(folder)) continue
    for (const [, code = ''] of text.matchAll(/\b(?:refuse|agree)\(\s*'([\w-]+)'/g))
      by.set(code, (by.get(code) ?? new Set()).add(folder))
  }
  return by
}

describe.each(languages)('The words of a noun in %s', (language) => {
  const without = (
    names: readonly string[],
    folder: string,
    space: Parameters<typeof own>[2],
  ): readonly string[] =>
    names
      .filter((name) => !own(language, folder, space).includes(name))
      .map((name) => `${folder}.json has no ${space}.${name}`)

  it('name its actions in its own file', () => {
    const missing = features.flatMap(([folder, values]) =>
      values.flatMap(({ actions = [] }) =>
        without(
          actions.map(({ id }) => id),
          folder,
          'actions',
        ),
      ),
    )
    expect(missing).toEqual([])
  })

  it('say in its own file what can be typed of it', () => {
    const missing = features.flatMap(([folder, values]) =>
      values.flatMap(({ line = [] }) => {
        const ids = line.map(({ id }) => id)
        return [...without(ids, folder, 'typed'), ...without(ids, folder, 'typed-words')]
      }),
    )
    expect(missing).toEqual([])
  })

  it('name its commands in its own file', () => {
    const missing = nouns.flatMap(([folder, values]) =>
      values.flatMap(({ commands = {} }) => without(Object.keys(commands), folder, 'command')),
    )
    expect(missing).toEqual([])
  })

  it('say in its own file what it alone refuses', () => {
    const missing = [...givenBy()].flatMap(([code, [folder = '', ...others]]) =>
      others.length > 0 ? [] : without([code], folder, 'refusals'),
    )
    expect(missing).toEqual([])
  })
})

it('No file of words is everybody’s: what all nouns share is made of their own files', () => {
  const common = Object.keys(files).filter((path) =>
    sharedNamespaces.some((name) => path.endsWith(`/${name}.json`)),
  )
  expect(common).toEqual([])
})
