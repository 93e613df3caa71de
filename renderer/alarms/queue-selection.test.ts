import { describe, expect, it } from 'vitest'
import { queueRows } from '../../shared/alarms/queue-rows'
import {
  acknowledged,
  opened,
  raised,
  site,
  sites,
  team,
  teams,
} from '../../shared/testing/builders'
import { roomOf } from '../../shared/testing/given'
import { rowIndex, rowSelection, stepFrom } from './queue-selection'

const ground = [
  sites(site('site-1'), site('site-2'), site('site-3')),
  teams(team('t1'), team('t2')),
]

describe('the selection in the queue', () => {
  const room = roomOf(
    ...ground,
    raised('a1'),
    acknowledged('a1', 'i1'),
    opened('i1', 'a1'),
    raised('a2', 'site-2'),
  )
  const rows = queueRows(room)
  const indexOf = (selection: Parameters<typeof rowIndex>[1]) =>
    rowIndex(rows, selection, room.alarms)

  it('is the row of what is selected', () => {
    for (const [index, row] of rows.entries()) expect(indexOf(rowSelection(row))).toBe(index)
  })
  it('is the incident of an alarm already taken', () =>
    expect(indexOf({ kind: 'alarm', alarmId: 'a1' })).toBe(1))
  it('is none for a team', () => expect(indexOf({ kind: 'team', teamId: 't1' })).toBe(-1))
  it('begins at the end it is stepped from, and stops at the ends', () => {
    expect([
      stepFrom(-1, 1, 5),
      stepFrom(-1, -1, 5),
      stepFrom(4, 1, 5),
      stepFrom(0, -1, 5),
    ]).toEqual([0, 4, 4, 0])
  })
})
