import { describe, expect, it } from 'vitest'
import { raised, site, sites } from '../testing/builders'
import { roomOf } from '../testing/given'
import { alarmsIn, groupRows, showsAlarm } from './queue-groups'
import type { QueueRow } from './queue-row'
import { queueRows } from './queue-rows'

const house = (n: number) => site(`flat-${n}`, { address: `Demo street 11, house 84, flat ${n}` })
const ground = sites(site('site-1', { address: 'Gate 7' }), house(9), house(10), house(21))
const fire = { kind: 'fire', priority: 1 } as const
const rowsOf = (...past: Parameters<typeof roomOf>) => queueRows(roomOf(ground, ...past))
const said = (rows: readonly QueueRow[]) =>
  rows.map((row) =>
    row.type === 'alarm' && row.group
      ? `${row.group.by}: ${row.group.rows.map(({ id }) => id).join(' ')}`
      : row.id,
  )

describe('rows of the queue in a storm', () => {
  it('are one for all alarms of a site, led by the gravest', () =>
    expect(
      said(
        groupRows(
          rowsOf(
            raised('a1', 'site-1', { kind: 'tamper', priority: 2 }),
            raised('a2', 'flat-9', fire),
            raised('a3', 'site-1', { kind: 'gas', priority: 1 }),
          ),
        ),
      ),
    ).toEqual(['site: a3 a1', 'a2']))
  it('are one for one kind in one building, at the place of its newest', () =>
    expect(
      said(
        groupRows(
          rowsOf(
            raised('a1', 'flat-9', fire),
            raised('a2', 'site-1', fire),
            raised('a3', 'flat-10', fire),
            raised('a4', 'flat-21', { kind: 'power', priority: 3 }),
          ),
        ),
      ),
    ).toEqual(['building: a3 a1', 'a2', 'a4']))
  it('take in with a flat what else that flat reports', () =>
    expect(
      said(
        groupRows(
          rowsOf(
            raised('a1', 'flat-9', fire),
            raised('a2', 'flat-9', { kind: 'power', priority: 3 }),
            raised('a3', 'flat-10', fire),
          ),
        ),
      ),
    ).toEqual(['building: a3 a1 a2']))
  it('never join persons under threat', () => {
    const rows = rowsOf(
      raised('a1', 'site-1', { kind: 'hold-up', priority: 1 }),
      raised('a2', 'site-1', { kind: 'panic', priority: 1 }),
    )
    expect(groupRows(rows)).toBe(rows)
  })
  it('stand apart again once the group is unfolded', () => {
    const rows = rowsOf(raised('a1', 'flat-9', fire), raised('a2', 'flat-10', fire))
    expect(said(groupRows(rows, new Set(['a1'])))).toEqual(['a2', 'a1'])
  })
  it('are counted by the alarms they stand for', () => {
    const rows = rowsOf(
      raised('a1', 'flat-9', fire),
      raised('a2', 'flat-10', fire),
      raised('a3', 'site-1'),
    )
    expect([alarmsIn(rows), alarmsIn(groupRows(rows)), groupRows(rows).length]).toEqual([3, 3, 2])
  })
  it('show every alarm they stand for', () => {
    const [row] = groupRows(rowsOf(raised('a1', 'flat-9', fire), raised('a2', 'flat-10', fire)))
    if (!row) throw new Error('no row')
    expect(['a1', 'a2', 'a3'].map((id) => showsAlarm(row, id))).toEqual([true, true, false])
  })
})
