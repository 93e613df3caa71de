import { describe, expect, it } from 'vitest'
import type { Actor } from '../../../shared/accounts/actor'
import { second } from '../../../shared/lang/instant'
import type { RoomEvent } from '../../../shared/room/events'
import {
  acknowledged,
  officer,
  opened,
  raised,
  site,
  sites,
  trainer,
} from '../../../shared/testing/builders'
import { roomOf } from '../../../shared/testing/given'
import { createManualClock } from '../../../shared/timeline/manual-clock'
import { createAttention } from './attention'

function desk(you: Actor = officer) {
  const clock = createManualClock()
  const said: string[] = []
  const attention = createAttention(clock, {
    count: (n) => void said.push(`count ${n}`),
    flash: (on) => void said.push(on ? 'flash' : 'still'),
  })
  const unit = attention.unit('unit-1')
  const storage = { ok: true, text: '', since: 0 }
  return {
    clock,
    left: unit.left,
    /** What the taskbar was told since the last time. */
    shows(...past: RoomEvent[]) {
      const room = roomOf(sites(site('site-1'), site('site-2')), ...past)
      unit.show({ room, link: { phase: 'live', since: 0, hub: 'hub', you, storage }, offset: 0 })
      clock.advance(second)
      return said.splice(0)
    },
    later() {
      clock.advance(second)
      return said.splice(0)
    },
  }
}
const told: RoomEvent = {
  type: 'escalated',
  data: { waits: 'no-team', incidentId: 'i1', level: 'supervisor', since: 4_000, to: [] },
}
const inHand = [raised('a1'), acknowledged('a1', 'i1'), opened('i1', 'a1')]

describe('The taskbar', () => {
  it('counts what is unanswered and flashes for each new alarm, until all are answered', () => {
    const at = desk()
    expect(at.shows()).toEqual([])
    expect(at.shows(raised('a1'))).toEqual(['count 1', 'flash'])
    expect(at.shows(raised('a1'))).toEqual([])
    expect(at.shows(raised('a1'), raised('a2', 'site-2'))).toEqual(['count 2', 'flash'])
    expect(at.shows(...inHand)).toEqual(['count 0', 'still'])
  })
  it('flashes for what comes up the line to this desk', () => {
    const at = desk()
    at.shows(...inHand)
    expect(at.shows(...inHand, told)).toEqual(['flash'])
  })
  it('shows nothing where nobody could answer', () => {
    expect(desk(trainer).shows(raised('a1'))).toEqual([])
  })
  it('is empty again when the desk goes to another unit', () => {
    const at = desk()
    at.shows(raised('a1'))
    at.left()
    expect(at.later()).toEqual(['count 0', 'still'])
  })
})
