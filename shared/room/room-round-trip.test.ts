import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { site, sites } from '../testing/builders'
import { roomOf } from '../testing/given'
import { eventsOf, movingRegister, nextEntry, nightStart, quietRegister } from '../testing/night'
import { evolve } from './evolve'
import { roomFromJson, roomToJson } from './parts'
import type { WholeRoom } from './room'

const indexes = ({ accounts, openAlarms, openIncidents }: WholeRoom) => ({
  accounts: accounts.toJS(),
  openAlarms: openAlarms.toJS(),
  openIncidents: openIncidents.toJS(),
})

function expectSame(room: WholeRoom): void {
  const again = roomFromJson(JSON.parse(JSON.stringify(roomToJson(room))))
  expect(roomToJson(again)).toEqual(roomToJson(room))
  expect(indexes(again)).toEqual(indexes(room))
}

function expectSound(room: WholeRoom): void {
  expectSame(room)
  const open = new Set(room.openAlarms.values())
  for (const alarm of room.alarms.values()) {
    if (alarm.phase === 'raised') expect(open.has(alarm.id)).toBe(true)
    expect(alarm.restoredAt === null).toBe(alarm.causes.some((cause) => cause.standing))
  }
  for (const incident of room.incidents.values()) {
    const priorities = incident.alarmIds.map((id) => room.alarms.get(id)?.priority ?? 0)
    expect(incident.priority).toBe(Math.min(...priorities))
  }
}

describe('a room after any night of signals and answers', () => {
  it('is the same from a snapshot as from the journal, and no unanswered alarm is out of sight', () => {
    fc.assert(
      fc.property(quietRegister, (happenings) => {
        let room = roomOf(sites(site('site-1'), site('site-2')))
        for (const [turn, happening] of happenings.entries()) {
          for (const event of eventsOf(room, happening, turn))
            room = evolve(room, nextEntry(event, room))
          expectSound(room)
        }
      }),
      { numRuns: 150 },
    )
  })
  it('is the same from a snapshot while sites move and accounts are contested', () => {
    fc.assert(
      fc.property(movingRegister, (happenings) => {
        let room = roomOf(...nightStart)
        for (const [turn, happening] of happenings.entries()) {
          for (const event of eventsOf(room, happening, turn))
            room = evolve(room, nextEntry(event, room))
          expectSound(room)
        }
      }),
      { numRuns: 60 },
    )
  })
})
