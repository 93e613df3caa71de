import { describe, expect, it } from 'vitest'
import { hour, minute } from '../lang/instant'
import { latenessAt, latenessOver } from './lateness'
import type { Schedule } from './schedule'

const day = 24 * hour
/** Monday, 5 January 1970, 00:00 in Tashkent. */
const monday = 4 * day - 5 * hour
const at = (hours: number, minutes = 0) => monday + hours * hour + minutes * minute
const office: Schedule = {
  utcOffset: 300,
  grace: 15,
  hours: [1, 2, 3, 4, 5].map((iso) => ({ day: iso, open: 9 * 60, close: 18 * 60 })),
}
const armed = (since: number) => ({ armed: true, at: since })
const disarmed = (since: number) => ({ armed: false, at: since })

describe('A site that should be open', () => {
  it('is late from opening time and grace on', () => {
    expect(latenessAt(office, armed(at(-6)), at(9, 15) - 1)).toBeNull()
    expect(latenessAt(office, armed(at(-6)), at(9, 15))).toEqual({
      code: 'LATEOPEN',
      deadline: at(9, 15),
    })
    expect(latenessAt(office, armed(at(-6)), at(17, 59))?.code).toBe('LATEOPEN')
  })
  it('is not late when it was opened before', () =>
    expect(latenessAt(office, disarmed(at(8)), at(10))).toBeNull())
  it('is not late when it is closed early, or for lunch', () =>
    expect(latenessAt(office, armed(at(13)), at(13, 30))).toBeNull())
})

describe('A site that should be closed', () => {
  it('is late from closing time and grace on, until the next opening', () => {
    expect(latenessAt(office, disarmed(at(9)), at(18, 14))).toBeNull()
    expect(latenessAt(office, disarmed(at(9)), at(18, 15))).toEqual({
      code: 'LATECLOS',
      deadline: at(18, 15),
    })
    expect(latenessAt(office, disarmed(at(9)), at(24 + 8))?.code).toBe('LATECLOS')
    expect(latenessAt(office, disarmed(at(9)), at(24 + 9))).toBeNull()
  })
  it('is late over the whole weekend', () =>
    expect(latenessAt(office, disarmed(at(4 * 24 + 9)), at(6 * 24 + 12))?.deadline).toBe(
      at(4 * 24 + 18, 15),
    ))
  it('is late anew when it was open all the days before', () =>
    expect(latenessAt(office, disarmed(at(9)), at(48 + 19))?.deadline).toBe(at(48 + 18, 15)))
  it('is not late when it was opened again after its closing', () =>
    expect(latenessAt(office, disarmed(at(20)), at(21))).toBeNull())
  it('is late when it was opened again before the grace was over and left so', () =>
    expect(latenessAt(office, disarmed(at(18, 10)), at(18, 15))?.code).toBe('LATECLOS'))
})

describe('Nothing is late', () => {
  it('of which neither opening nor closing was ever heard', () =>
    expect(latenessAt(office, undefined, at(20))).toBeNull())
  it('where the schedule never changes over', () =>
    expect(latenessAt({ ...office, hours: [] }, disarmed(0), at(20))).toBeNull())
  it('within a period shorter than its grace', () => {
    const short = { utcOffset: 300, grace: 120, hours: [{ day: 1, open: 9 * 60, close: 10 * 60 }] }
    expect(latenessAt(short, armed(at(1)), at(9, 59))).toBeNull()
    expect(latenessAt(short, armed(at(1)), at(11))).toBeNull()
  })
})

describe('A lateness is over', () => {
  const open = { code: 'LATEOPEN', since: at(9, 15) } as const
  const close = { code: 'LATECLOS', since: at(18, 15) } as const
  it('when what it waits for comes', () => {
    expect(latenessOver(office, open, disarmed(at(10)), at(10))).toBe('came')
    expect(latenessOver(office, close, armed(at(19)), at(19))).toBe('came')
  })
  it('not before', () => {
    expect(latenessOver(office, open, armed(at(-6)), at(17, 59))).toBeNull()
    expect(latenessOver(office, close, disarmed(at(9)), at(24 + 8, 59))).toBeNull()
    expect(latenessOver(office, close, undefined, at(24))).toBeNull()
  })
  it('when the next period begins, and each period after', () => {
    expect(latenessOver(office, open, armed(at(-6)), at(18))).toBe('moot')
    expect(latenessOver(office, close, disarmed(at(9)), at(24 + 9))).toBe('moot')
    expect(latenessOver(office, close, disarmed(at(9)), at(24 + 18))).toBe('moot')
  })
  it('when the schedule asks for nothing any more', () => {
    expect(latenessOver(undefined, open, armed(at(-6)), at(10))).toBe('moot')
    expect(latenessOver({ ...office, hours: [] }, close, disarmed(at(9)), at(20))).toBe('moot')
  })
})
