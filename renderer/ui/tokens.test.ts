import { describe, expect, it } from 'vitest'
import { palettes } from '../map/palette'
import { contrast } from './contrast'
import css from './tokens.css?raw'

const files = import.meta.glob<string>('../**/*.css', {
  eager: true,
  query: '?raw',
  import: 'default',
})
/** Of the screen; a printed page has the colours and sizes of paper. */
const styles = Object.entries(files).filter(
  ([path]) => !path.endsWith('tokens.css') && !path.includes('/paper/'),
)

const themes = ['dark', 'light', 'contrast'] as const
/** The colours of a theme by token. */
const tokensOf = (theme: (typeof themes)[number]): ReadonlyMap<string, string> => {
  const block = css.slice(css.indexOf(`[data-theme='${theme}']`)).match(/\{([^}]*)\}/)?.[1] ?? ''
  return new Map(
    Array.from(block.matchAll(/(--[\w-]+): (#[0-9a-f]{6});/g), ([, name = '', value = '']) => [
      name.slice(2),
      value,
    ]),
  )
}

const grounds = ['ground', 'panel', 'panel-raised', 'panel-hover']
const priorities = ['p1', 'p2', 'p3', 'p4']
/** Text tokens, and what they stand on. */
const texts: readonly (readonly [string, readonly string[]])[] = [
  ...['text', 'text-2', 'text-3', 'accent'].map((text) => [text, grounds] as const),
  ...['warn', 'bad', 'good', 'replay'].map((text) => [text, grounds.slice(0, 3)] as const),
  ...priorities.map((p) => [`${p}-text`, [...grounds.slice(0, 3), `${p}-ground`]] as const),
  ...priorities.map((p) => [`${p}-ink`, [p]] as const),
  ['text', [...priorities.map((p) => `${p}-ground`), 'accent-ground', 'accent-hover']],
  ['accent', ['accent-ground']],
  ['accent-ink', ['accent']],
  ['p1-solid-text', ['p1-solid']],
  ['p1-solid-2', ['p1-solid']],
  ['flood-ink', ['flood']],
  ['lost-ink', ['lost']],
  ['replay-ink', ['replay']],
]
/** Edges of what can be pressed, of what has the focus, and of what a priority marks. */
const edges = ['line-strong', 'focus', ...priorities.map((p) => `${p}-edge`)]

describe.each(themes)('The %s theme', (theme) => {
  const tokens = tokensOf(theme)
  const of = (name: string): string => {
    const value = tokens.get(name)
    if (!value) throw new Error(`${theme} has no ${name}`)
    return value
  }
  const weak = (pairs: readonly (readonly [string, readonly string[]])[], least: number) =>
    pairs.flatMap(([name, on]) =>
      on
        .map((ground) => ({ name, ground, ratio: contrast(of(name), of(ground)) }))
        .filter(({ ratio }) => ratio < least)
        .map((pair) => `${pair.name} on ${pair.ground}: ${pair.ratio.toFixed(2)}`),
    )

  it('writes every text at 7:1 or more on what it stands on', () =>
    expect(weak(texts, 7)).toEqual([]))
  it('draws every edge of what can be pressed at 3:1 or more', () =>
    expect(
      weak(
        edges.map((edge) => [edge, grounds] as const),
        3,
      ),
    ).toEqual([]))
  it('has the same tokens as the others', () =>
    expect([...tokens.keys()]).toEqual([...tokensOf('dark').keys()]))
  it('has map labels at 7:1 or more on the land they name', () => {
    const map = palettes[theme]
    const labels = [
      [map.textStrong, map.focus],
      [map.textSecondary, map.land],
      [map.textAbroad, map.abroad],
      [map.riverLabel, map.halo],
      [map.regionLabel, map.land],
    ] as const
    expect(labels.map(([text, ground]) => contrast(text, ground)).filter((r) => r < 7)).toEqual([])
  })
})

describe('Styles', () => {
  it('name no colour of their own: only the tokens know colours', () =>
    expect(
      styles.flatMap(([path, text]) =>
        Array.from(text.matchAll(/#[0-9a-f]{3,8}\b|rgba?\(/gi), ([colour]) => `${path}: ${colour}`),
      ),
    ).toEqual([]))
  it('use no token that is not there', () => {
    const known = new Set(Array.from(css.matchAll(/(--[\w-]+):/g), ([, name]) => name))
    expect(
      styles.flatMap(([path, text]) => {
        const own = new Set(Array.from(text.matchAll(/(--[\w-]+):/g), ([, name]) => name))
        return (
          Array.from(text.matchAll(/var\((--[\w-]+)/g), ([, name]) => name)
            .filter((name) => !known.has(name ?? '') && !own.has(name ?? ''))
            // Given by a desk where a panel was made larger or smaller.
            .filter((name) => !name?.startsWith('--chosen-'))
            .map((name) => `${path}: ${name}`)
        )
      }),
    ).toEqual([])
  })
  it('write nothing smaller than 15 px', () =>
    expect(
      styles.flatMap(([path, text]) =>
        Array.from(text.matchAll(/font(?:-size)?:[^;]*?(\d+)px[^;]*;/g))
          .filter(([, size]) => Number(size) < 15)
          // The numerals of a mark are drawn in a box of 24 that is shown larger.
          .filter(() => !path.endsWith('priority-mark.css'))
          .map(([rule]) => `${path}: ${rule}`),
      ),
    ).toEqual([]))
})
