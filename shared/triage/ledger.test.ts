import { describe, expect, it } from 'vitest'
import { minute } from '../lang/instant'
import { roomFromJson, roomToJson } from '../room/parts'
import { officer, trainer } from '../testing/builders'
import { type LiveRoom, liveRoom, night } from '../testing/live-room'
import { keptBundles } from './fold'
import { ledgerRows } from './ledger'
import { unbundledFor } from './rules'

const opened = (n: number) =>
  ({
    type: 'fold-opened',
    data: {
      foldId: `fold-${n}`,
      rule: 'chatter',
      kind: 'tamper',
      place: { type: 'zone', siteId: `site-${n}`, zone: '1' },
      priority: 3,
      since: night,
    },
  }) as const
const unbundled = (n: number) =>
  ({ type: 'fold-unfolded', data: { foldId: `fold-${n}`, heldUntil: night } }) as const

describe('the ledger', () => {
  const long = (): LiveRoom => {
    const live = liveRoom()
    live.happen([opened(1)], night)
    for (let n = 2; n <= keptBundles + 50; n += 1) live.happen([opened(n), unbundled(n)], night)
    live.happen([opened(0)], night)
    return live
  }
  it('keeps so many settled rows and lets the first ones go, but none that still takes alarms', () => {
    const { room } = long()
    const { bundles } = room
    const first = ledgerRows(room).slice(0, 3)
    expect(first.map(({ id }) => id)).toEqual(['fold-1', 'fold-0', `fold-${keptBundles + 50}`])
    expect(bundles.size).toBe(keptBundles - 1 + 2)
    expect(bundles.has('fold-2')).toBe(false)
    expect(bundles.has(`fold-${keptBundles + 50}`)).toBe(true)
  })
  it('finds the row of a place in a room read from a snapshot as in the one it was made of', () => {
    const { room } = long()
    const again = roomFromJson(JSON.parse(JSON.stringify(roomToJson(room))))
    expect(again.bundleAt.toJS()).toEqual(room.bundleAt.toJS())
    expect(again.bundles.toJS()).toEqual(room.bundles.toJS())
  })
  it('is for officers and supervisors to settle', () => {
    const live = liveRoom()
    live.happen([opened(1)], night)
    const unbundle = { type: 'unbundle', bundleId: 'fold-1' } as const
    expect(live.ask(unbundle, night, trainer)).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'not-your-role' },
    })
    expect(live.ask(unbundle, night + minute, officer)).toEqual({
      outcome: 'accepted',
      events: [
        {
          type: 'fold-unfolded',
          data: { foldId: 'fold-1', heldUntil: night + minute + unbundledFor },
        },
      ],
    })
  })
})
