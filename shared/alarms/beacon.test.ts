import { describe, expect, it } from 'vitest'
import { acknowledged, opened, raised, site, sites } from '../testing/builders'
import { roomOf } from '../testing/given'
import { beaconWanted } from './beacon'

const urgent = raised('a1', 'site-1', { kind: 'hold-up', priority: 1 })
const start = sites(site('site-1'))

describe('the beacon', () => {
  it('is dark in a quiet room', () => expect(beaconWanted(roomOf(start))).toBe(false))
  it('turns while an alarm of the first priority waits', () =>
    expect(beaconWanted(roomOf(start, urgent))).toBe(true))
  it('leaves lesser alarms to the screen', () =>
    expect(beaconWanted(roomOf(start, raised('a1', 'site-1', { priority: 2 })))).toBe(false))
  it('goes dark once an officer has taken the alarm', () =>
    expect(beaconWanted(roomOf(start, urgent, acknowledged('a1', 'i1'), opened('i1', 'a1')))).toBe(
      false,
    ))
  it('turns on while any of several still waits', () =>
    expect(
      beaconWanted(
        roomOf(
          start,
          urgent,
          raised('a2', 'site-1', { kind: 'fire', priority: 1 }),
          acknowledged('a1', 'i1'),
          opened('i1', 'a1'),
        ),
      ),
    ).toBe(true))
})
