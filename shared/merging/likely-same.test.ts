import { describe, expect, it } from 'vitest'
import { acknowledged, opened, raised, site, sites } from '../testing/builders'
import { roomOf } from '../testing/given'
import { type Happening, likelySame, likeness } from './likely-same'

const here = { lon: 65.79, lat: 38.86 }
/** About 870 m a hundredth of a degree of longitude. */
const east = (hundredths: number) => ({ lon: here.lon + hundredths / 100, lat: here.lat })
const call = (change: Partial<Happening> = {}): Happening => ({
  ...{ siteId: null, location: here, kind: 'burglary', at: 10_000 },
  ...change,
})
const burglary = { ...call(), kind: 'burglary' } as const
const hour = 3_600_000

describe('How likely two happenings are one event', () => {
  const score = (change: Partial<Happening>) => likeness(call(change), burglary)?.score ?? 0
  it('falls with distance, with the time between them and with another cause', () => {
    expect(score({})).toBe(1)
    expect(score({ location: east(0.3) })).toBeLessThan(1)
    expect(score({ location: east(0.6) })).toBeLessThan(score({ location: east(0.3) }))
    expect(score({ at: hour })).toBeLessThan(1)
    expect(score({ kind: 'hold-up' })).toBeLessThan(1)
    expect(score({ kind: 'fire' })).toBeLessThan(score({ kind: 'hold-up' }))
  })
  it('is nothing a kilometre away or three hours later', () => {
    expect(likeness(call({ location: east(1.3) }), burglary)).toBeNull()
    expect(likeness(call({ at: 4 * hour }), burglary)).toBeNull()
  })
  it('reaches farther when the place was guessed from an address', () =>
    expect(likeness(call({ location: east(1.3), rough: true }), burglary)).not.toBeNull())
  it('does not depend on the kind while nobody has said what it is', () =>
    expect(likeness(call({ kind: null }), burglary)?.cause).toBe('akin'))
})

describe('What is offered as the same', () => {
  const room = roomOf(
    sites(
      site('site-1', { location: here }),
      site('site-2', { location: east(0.4) }),
      site('site-3', { location: east(5) }),
    ),
    raised('a1', 'site-1'),
    raised('a2', 'site-2'),
    acknowledged('a2', 'i2'),
    opened('i2', 'a2', 'site-2'),
    raised('a3', 'site-3'),
  )
  it('are the unanswered alarms and open incidents near by, the likeliest first', () =>
    expect(likelySame(room, call())).toMatchObject([
      { of: 'alarm', alarmId: 'a1', metres: 0 },
      { of: 'incident', incidentId: 'i2' },
    ]))
  it('is never the thing itself', () => {
    expect(likelySame(room, call(), { alarmId: 'a1' })).toMatchObject([{ incidentId: 'i2' }])
    expect(likelySame(room, call(), { incidentId: 'i2' })).toMatchObject([{ alarmId: 'a1' }])
  })
})
