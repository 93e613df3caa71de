import { describe, expect, it } from 'vitest'
import { createPlaces } from './places'

const full = { why: 'too-many', wait: 0 }

describe('Places that are held for a while', () => {
  it('are as many for each as it may have, and free again once they are left', () => {
    const { admit, enter, leave } = createPlaces({ why: 'too-many', ofOne: 2 })
    enter('A')
    expect(admit('A')).toBeNull()
    enter('A')
    expect([admit('A'), admit('B')]).toEqual([full, null])
    leave('A')
    expect(admit('A')).toBeNull()
  })
  it('are bounded for all together as well, by what each of them takes', () => {
    const { admit, enter } = createPlaces({ why: 'too-many', ofOne: 10, ofAll: 12 })
    enter('A', 8)
    enter('B', 4)
    expect([admit('A'), admit('C')]).toEqual([full, full])
    expect(admit('C', 2)).toBeNull()
  })
})
