import { describe, expect, it } from 'vitest'
import { idSchema } from '../lang/id'
import { second } from '../lang/instant'
import type { RoomEvent } from '../room/events'
import { signal, site, sites } from '../testing/builders'
import { liveRoom, night } from '../testing/live-room'
import { ownId } from './own-id'

const uuid = '5b0f6c7e-32f5-4b61-9a2d-7d1c6f0e8a14'
const founded = (unitId: string, journal?: string): RoomEvent => ({
  type: 'unit-founded',
  data: { unitId, name: 'Unit', demo: false, ...(journal !== undefined && { journal }) },
})
const failed = signal('0001', { code: '301', kind: 'power', class: 'trouble', priority: 3 })

/** A power cut at twenty sites; the ids of the rows it opens in the ledger. */
function powerCut(...past: readonly RoomEvent[]): readonly string[] {
  const all = Array.from({ length: 20 }, (_, n) => site(`site-${n + 1}`))
  const live = liveRoom(...past, sites(...all))
  for (const [n, { account }] of all.entries())
    live.receive({ ...failed, account }, night + n * second)
  return [...live.room.bundles.keys()]
}

describe('An id that the core makes', () => {
  it('is made in no other journal, though the same happens there at the same entries', () => {
    const ofUnit = powerCut(founded(uuid, 'aaaaaaaaaa'))
    const ofItsExercise = powerCut(founded(uuid, 'bbbbbbbbbb'))
    expect([ofUnit, ofItsExercise]).toEqual([
      [expect.stringMatching(/^bundle-aaaaaaaaaa-\d+$/)],
      [expect.stringMatching(/^bundle-bbbbbbbbbb-\d+$/)],
    ])
  })
  it('names the unit where the journal was founded before journals had ids', () => {
    const [one] = powerCut(founded(uuid))
    expect(one).toMatch(/^bundle-5b0f6c7e-32f5-\d+$/)
    expect(powerCut(founded(uuid.replace('5', '6')))).not.toContain(one)
  })
  it('is an id to whoever reads it, however long the journal and its name', () => {
    const unit = { id: 'u'.repeat(64), name: 'Unit', demo: false }
    const seq = Number.MAX_SAFE_INTEGER - 1
    for (const known of [unit, { ...unit, journal: 'f'.repeat(16) }])
      expect(idSchema.safeParse(ownId({ unit: known, seq }, 'incident')).success).toBe(true)
  })
})
