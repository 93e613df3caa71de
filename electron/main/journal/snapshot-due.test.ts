import { describe, expect, it } from 'vitest'
import { snapshotDue } from './snapshot-due'

const entries = (count: number, msApart: number) =>
  Array.from({ length: count }, (_, n) => ({ at: n * msApart }))

describe('the room of the local journal', () => {
  it('is stored every five thousand entries', () => {
    expect(snapshotDue(4_999, entries(10, 100))).toBe(false)
    expect(snapshotDue(5_000, entries(10, 100))).toBe(true)
  })
  it('is stored as well while old entries are fetched by the thousand', () =>
    expect(snapshotDue(5_000, entries(1_000, 100))).toBe(true))
  it('is stored when a few come in one moment', () =>
    expect(snapshotDue(5_000, entries(3, 0))).toBe(true))
  it('waits while a storm of alarms needs the processors, and is stored right after it', () => {
    expect(snapshotDue(20_000, entries(400, 0.5))).toBe(false)
    expect(snapshotDue(20_010, entries(10, 20))).toBe(true)
  })
  it('waits for no more than fifty thousand entries', () =>
    expect(snapshotDue(50_000, entries(400, 0.5))).toBe(true))
})
