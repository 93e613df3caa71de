import { describe, expect, it } from 'vitest'
import { actionsIn } from './actions'
import { features } from './features'

/** `shift+ctrl+K` and `ctrl+shift+k` are one key. */
const keysOf = (keys: string): readonly string[] =>
  keys.split(',').map((one) => one.trim().toLowerCase().split('+').sort().join('+'))

const modes = ['live', 'replay'] as const

describe.each(modes)('In a %s window', (mode) => {
  it('every action has a key', () => {
    for (const { id, keys } of actionsIn(mode))
      for (const key of keysOf(keys)) expect(key, id).toMatch(/\S/)
  })

  it('no two actions share a key', () => {
    const owners = new Map<string, string[]>()
    for (const { id, keys } of actionsIn(mode))
      for (const key of keysOf(keys)) owners.set(key, [...(owners.get(key) ?? []), id])
    expect([...owners].filter(([, ids]) => ids.length > 1)).toEqual([])
  })

  it('an action that works while text is typed has a key that types nothing', () => {
    for (const { id, keys } of actionsIn(mode).filter(({ anywhere }) => anywhere))
      expect(
        keysOf(keys).some((key) => /ctrl|alt/.test(key)),
        id,
      ).toBe(true)
  })
})

it('Every action a feature has belongs to some window', () => {
  const all = features.flatMap(({ actions = [] }) => actions.map(({ id }) => id))
  const placed = new Set(modes.flatMap((mode) => actionsIn(mode).map(({ id }) => id)))
  expect(all.filter((id) => !placed.has(id))).toEqual([])
})

it('A digit belongs to a call that rings and to nothing else', () => {
  const digits = actionsIn('live').filter(({ keys }) => /(^|[ ,])\d([ ,]|$)/.test(keys))
  expect(digits.every(({ id }) => id.startsWith('call-'))).toBe(true)
})
