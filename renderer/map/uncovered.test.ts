import { describe, expect, it } from 'vitest'
import type { Spot } from './overlay'
import { uncovered } from './uncovered'

const spot = (id: string, x: number, y: number): Spot => ({
  feature: {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [0, 0] },
    properties: { id },
  },
  points: [[x, y]],
})
const ids = (spots: readonly Spot[]) => spots.map(({ feature }) => feature.properties.id)

describe('symbols on top of each other', () => {
  it('are drawn once, as the topmost, and keep their order', () =>
    expect(
      ids(uncovered([spot('under', 100, 100), spot('apart', 300, 50), spot('top', 101, 101)])),
    ).toEqual(['apart', 'top']))
  it('are few however many alarms one town has', () => {
    const town = Array.from({ length: 10_000 }, (_, n) =>
      spot(`a${n}`, 400 + (n % 97) / 2, 300 + (n % 89) / 2),
    )
    const seen = uncovered(town)
    expect(seen.length).toBeLessThan(100)
    expect(seen.at(-1)).toBe(town.at(-1))
  })
})
