import { describe, expect, it } from 'vitest'
import { acknowledged, opened, raised, site, sites } from '../testing/builders'
import { roomOf } from '../testing/given'
import { openAlarms } from './queue'

const ground = sites(site('site-1'), site('site-2'), site('site-3'))
const ids = (alarms: readonly { readonly id: string }[]) => alarms.map(({ id }) => id)

describe('the alarms that are open', () => {
  const room = roomOf(
    ground,
    raised('taken', 'site-1'),
    acknowledged('taken', 'i1'),
    opened('i1', 'taken'),
    raised('again', 'site-1', { zone: '2' }),
    raised('done', 'site-2'),
    acknowledged('done', 'i2'),
    opened('i2', 'done', 'site-2'),
    {
      type: 'incident-closed',
      data: { incidentId: 'i2', disposition: 'test', remark: '' },
    },
    raised('grave', 'site-3', { kind: 'hold-up', priority: 1 }),
  )
  it('are those in hand and the newest of each site and kind, and none that is closed', () => {
    const { all } = openAlarms(room)
    expect(ids(all).toSorted()).toEqual(['again', 'grave', 'taken'])
    for (const id of room.openAlarms.values()) expect(ids(all)).toContain(id)
  })
  it('wait in the order they are to be answered, the gravest first', () =>
    expect(ids(openAlarms(room).waiting)).toEqual(['grave', 'again']))
  it('are looked up once for a room, however many ask', () =>
    expect(openAlarms(room)).toBe(openAlarms({ alarms: room.alarms })))
})
