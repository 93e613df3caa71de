import { describe, expect, it } from 'vitest'
import { second } from '../lang/instant'
import { acknowledge, signal, site, sites } from '../testing/builders'
import { liveRoom, night } from '../testing/live-room'
import { pathOf } from './path'
import type { Signal } from './signal'

/**
 * One panel with two ways: by cable straight to the hub, by radio through a receiver that has
 * another account.
 */
const town = sites(
  site('site-1', {
    account: 'A1',
    lines: [{ account: 'B1', interval: null, tolerances: [], encryption: 'optional' }],
  }),
)
const cable = { channel: 'dc09-tcp', source: '10.0.0.1:50001' } as const
const radio = { channel: 'surgard', source: '10.0.0.2:1025' } as const
const byCable = (change: Partial<Signal> = {}) => signal('A1', { ...cable, ...change })
const byRadio = (change: Partial<Signal> = {}) => signal('B1', { ...radio, ...change })
const over = { class: 'restore', qualifier: 'restore' } as const

describe('An event that comes by two paths', () => {
  it('is one signal of one alarm, with two receptions', () => {
    const live = liveRoom(town)
    expect(live.receive(byCable(), night)).toEqual(['signal-received', 'alarm-raised'])
    expect(live.receive(byRadio(), night + 2 * second)).toEqual([
      'signal-received',
      'alarm-reception-added',
    ])
    expect([...live.room.alarms.values()]).toMatchObject([
      {
        id: 'a1',
        signalCount: 1,
        lastSignalAt: night,
        signals: [
          {
            signalId: 's1',
            receptions: [
              { path: 'dc09-tcp 10.0.0.1', at: night },
              { path: 'surgard 10.0.0.2', at: night + 2 * second },
            ],
          },
        ],
      },
    ])
    expect(live.room.signalCount).toBe(2)
  })

  it('is so whichever comes first, and however the zone is written', () => {
    const live = liveRoom(town)
    live.receive(byRadio({ zone: '1' }), night)
    expect(live.receive(byCable({ zone: '001' }), night + 10 * second)).toContain(
      'alarm-reception-added',
    )
  })

  it('is so when an officer has taken the alarm meanwhile', () => {
    const live = liveRoom(town)
    live.receive(byCable(), night)
    live.give(acknowledge('a1'), night + second)
    expect(live.receive(byRadio(), night + 3 * second)).toEqual([
      'signal-received',
      'alarm-reception-added',
    ])
    expect(live.room.alarms.size).toBe(1)
  })

  it('is restored once, by whichever path says so first', () => {
    const live = liveRoom(town)
    live.receive(byCable(), night)
    live.receive(byRadio(), night + second)
    expect(live.receive(byRadio(over), night + 60 * second)).toEqual([
      'signal-received',
      'alarm-restored',
    ])
    expect(live.receive(byCable(over), night + 61 * second)).toEqual([
      'signal-received',
      'alarm-reception-added',
    ])
    expect(live.room.alarms.get('a1')).toMatchObject({
      restoredAt: night + 60 * second,
      signalCount: 2,
    })
  })

  it('does not stand again when its second reception comes after its end', () => {
    const live = liveRoom(town)
    live.receive(byCable(), night)
    live.receive(byCable(over), night + 2 * second)
    expect(live.receive(byRadio(), night + 4 * second)).toEqual([
      'signal-received',
      'alarm-reception-added',
    ])
    expect(live.room.alarms.get('a1')?.restoredAt).toBe(night + 2 * second)
  })

  it('is noted with a second frame of the same signal, a repetition by another way', () => {
    const live = liveRoom(town)
    live.receive(byCable(), night)
    const repeated = { signalId: 's1', ...radio, account: 'A1', sequence: '0001', alarmIds: ['a1'] }
    live.happen([{ type: 'signal-repeated', data: repeated }], night + second)
    live.happen([{ type: 'signal-repeated', data: repeated }], night + 2 * second)
    expect(live.room.alarms.get('a1')?.signals[0]?.receptions.map(({ path }) => path)).toEqual([
      'dc09-tcp 10.0.0.1',
      'surgard 10.0.0.2',
    ])
  })

  it('is listed with four ways at most', () => {
    const live = liveRoom(town)
    for (let n = 1; n <= 6; n++)
      live.receive(byCable({ source: `10.0.1.${n}:1000` }), night + n * second)
    expect(live.room.alarms.get('a1')?.signals).toMatchObject([{ receptions: [{}, {}, {}, {}] }])
  })
})

describe('A second event', () => {
  const joins = (second: Signal, at: number) => {
    const live = liveRoom(town)
    live.receive(byCable(), night)
    return live.receive(second, at)
  }
  it('is what comes by the same path, another port of it too', () => {
    expect(joins(byCable(), night + second)).toContain('alarm-signal-added')
    expect(joins(byCable({ source: '10.0.0.1:60000' }), night + second)).toContain(
      'alarm-signal-added',
    )
  })
  it('is what comes by the other path more than ten seconds later', () =>
    expect(joins(byRadio(), night + 10 * second + 1)).toContain('alarm-signal-added'))
  it('is another zone or another code', () => {
    expect(joins(byRadio({ zone: '2' }), night + second)).toContain('alarm-signal-added')
    expect(joins(byRadio({ zone: null }), night + second)).toContain('alarm-signal-added')
    expect(joins(byRadio({ code: '131' }), night + second)).toContain('alarm-signal-added')
  })
  it('is an alarm of its own when it is of another kind', () =>
    expect(joins(byRadio({ kind: 'fire', code: '110', priority: 1 }), night + second)).toContain(
      'alarm-raised',
    ))
  it('is told from the second reception of the first', () => {
    const live = liveRoom(town)
    live.receive(byCable(), night)
    live.receive(byRadio(), night + second)
    expect(live.receive(byRadio(), night + 5 * second)).toContain('alarm-signal-added')
    expect(live.receive(byCable(), night + 6 * second)).toContain('alarm-reception-added')
    expect(live.room.alarms.get('a1')?.signals.map(({ receptions }) => receptions.length)).toEqual([
      2, 2,
    ])
  })
  it('is what was held and came hours before or after, though all of it takes effect at once', () => {
    const live = liveRoom(town)
    live.receive(byCable({ heldSince: night - 3_600 * second }), night)
    expect(live.receive(byRadio({ heldSince: night - 60 * second }), night)).toContain(
      'alarm-signal-added',
    )
    expect(live.receive(byCable({ heldSince: night - 55 * second }), night)).toContain(
      'alarm-reception-added',
    )
  })
})

describe('A path', () => {
  it.each([
    ['10.0.0.7:50412', 'dc09-udp 10.0.0.7'],
    ['10.0.0.7', 'dc09-udp 10.0.0.7'],
    ['::ffff:10.0.0.7:50412', 'dc09-udp ::ffff:10.0.0.7'],
    ['Receiver 1', 'dc09-udp Receiver 1'],
  ])('of %s has no port', (source, path) =>
    expect(pathOf({ channel: 'dc09-udp', source })).toBe(path),
  )
})
