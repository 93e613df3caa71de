import { describe, expect, it } from 'vitest'
import { connectionsAllowed, type Door } from './open-file-limit'

const table = (soft: number) =>
  `Limit                     Soft Limit           Hard Limit           Units\nMax open files            ${soft}                524288               files\n`
const doors: readonly Door[] = ['dc09', 'receivers', 'http']

describe('The connections a door may hold', () => {
  it('leave the files that the journal and every other door need, whatever the limit of the system', () => {
    for (const limit of [64, 256, 1_024, 4_096, 65_536]) {
      const allowed = doors.map((door) => connectionsAllowed(door, 1_000_000, () => table(limit)))
      const sum = allowed.reduce((all, one) => all + one, 0)
      expect(limit - sum).toBeGreaterThanOrEqual(Math.min(1_000, limit / 4))
      expect(allowed[0]).toBe(Math.max(...allowed))
      expect(Math.min(...allowed)).toBeGreaterThan(0)
    }
  })
  it('are as many as wanted where its share is larger, or the system tells no limit', () => {
    expect(connectionsAllowed('http', 500, () => table(4_096))).toBe(500)
    expect(connectionsAllowed('dc09', 20_000, () => table(4_096))).toBe(1_548)
    expect(connectionsAllowed('dc09', 20_000, () => '')).toBe(20_000)
    expect(connectionsAllowed('dc09', 20_000, () => 'Max open files unlimited')).toBe(20_000)
  })
})
