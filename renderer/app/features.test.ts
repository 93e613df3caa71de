import { describe, expect, it } from 'vitest'
import { emptyRoom } from '../../shared/room/empty-room'
import { held } from '../../shared/testing/builders'
import { roomOf } from '../../shared/testing/given'
import type { Card, CardRegion } from '../console/feature'
import { dialogs } from './Dialogs'
import { features, layers, panels, slotParts, statusParts, topBarParts } from './features'

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
    expect(twice(panels.map(({ region, place }) => `${region}/${place}`))).toEqual([])
    expect(twice(slotParts.map(({ grave }) => grave))).toEqual([])
    for (const row of [layers, statusParts, topBarParts])
      expect(twice(row.map(({ place }) => place))).toEqual([])
  })

  it('fill every region of the screen, the row of unknown accounts in the ledger included', () => {
    const filled = new Set(panels.map(({ region }) => region))
    expect([...filled].sort()).toEqual([
      'bar',
      'ledger',
      'log',
      'map',
      'queue',
      'teams',
      'view',
      'wall',
    ])
    const rows = features.flatMap(({ ledger = [] }) => ledger)
    const unknown = roomOf(held('F00D'))
    expect(rows.filter(({ stands }) => stands(unknown))).toHaveLength(1)
    expect(rows.filter(({ stands }) => stands(emptyRoom))).toEqual([])
  })

  it('never give two actions one name', () =>
    expect(twice(features.flatMap(({ actions = [] }) => actions.map(({ id }) => id)))).toEqual([]))

  it('have at most one card for what is selected', () =>
    expect(twice(features.flatMap(({ cards = {} }) => Object.keys(cards)))).toEqual([]))
})
