import { describe, expect, it } from 'vitest'
import type { Card, CardRegion } from '../console/feature'
import { dialogs } from './Dialogs'
import { banners, features, layers, statusParts } from './features'

const sources = import.meta.glob<string>('../*/*feature.tsx', {
  eager: true,
  query: '?raw',
  import: 'default',
})
const twice = (all: readonly (string | number)[]) =>
  all.filter((one, at) => all.indexOf(one) !== at)

describe('the features of the screen', () => {
  it('are listed, each of them', () => expect(features).toHaveLength(Object.keys(sources).length))

  it('draw every dialog that one of them declares', () => {
    const declared = Object.values(sources).flatMap((source) => {
      const [, body = ''] = /interface DialogSubjects \{([\s\S]*?)\n {2}\}/.exec(source) ?? []
      return [...body.matchAll(/^\s+'?([\w-]+)'?:/gm)].map(([, kind]) => kind ?? '')
    })
    expect(declared.length).toBeGreaterThan(15)
    expect(declared.sort()).toEqual(Object.keys(dialogs).sort())
  })

  it('never share a place', () => {
    const parts = features.flatMap(({ cardParts = [] }) => cardParts)
    const places = parts.flatMap(({ cards, region, place }) =>
      cards.map((card: Card) => `${card}/${region satisfies CardRegion}/${place}`),
    )
    expect(twice(places)).toEqual([])
    for (const row of [layers, statusParts, banners])
      expect(twice(row.map(({ place }) => place))).toEqual([])
  })

  it('never give two actions one name', () =>
    expect(twice(features.flatMap(({ actions = [] }) => actions.map(({ id }) => id)))).toEqual([]))

  it('have at most one card for what is selected', () =>
    expect(twice(features.flatMap(({ cards = {} }) => Object.keys(cards)))).toEqual([]))
})
