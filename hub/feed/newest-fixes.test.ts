import { describe, expect, it } from 'vitest'
import type { Position } from '../../shared/teams/position'
import { createNewestFixes } from './newest-fixes'

const fix = (teamId: string, at: number): Position => ({
  teamId,
  lon: 65.8,
  lat: 38.9,
  at,
  speed: null,
  heading: null,
})

describe('fixes between two sendings', () => {
  it('are reduced to the newest of each team', () => {
    const fixes = createNewestFixes()
    for (const each of [fix('q-01', 1), fix('q-02', 1), fix('q-01', 2)]) fixes.add(each)
    expect(fixes.take()).toEqual([fix('q-01', 2), fix('q-02', 1)])
  })
  it('are taken once', () => {
    const fixes = createNewestFixes()
    fixes.add(fix('q-01', 1))
    fixes.take()
    fixes.add(fix('q-02', 2))
    expect(fixes.take()).toEqual([fix('q-02', 2)])
    expect(fixes.take()).toEqual([])
  })
})
