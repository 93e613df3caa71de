import { describe, expect, it } from 'vitest'
import { saysTown, streetOf } from './row-site'

describe('the town of a site', () => {
  it('is said beside the name, unless the name ends with it', () => {
    expect(saysTown({ name: 'Bank branch 014', town: 'Qarshi' })).toBe(true)
    expect(saysTown({ name: 'Bank branch 014 · QARSHI', town: 'Qarshi' })).toBe(false)
    expect(saysTown({ name: 'Bank branch 014', town: '' })).toBe(false)
  })
})

describe('an address beside its town', () => {
  it.each([
    ['Demo street 3, house 17, Qarshi', 'Qarshi', 'Demo street 3, house 17'],
    ['Demo koʻcha 3, 17-uy, QARSHI ', 'Qarshi', 'Demo koʻcha 3, 17-uy'],
    ['Road to Qarshi', 'Qarshi', 'Road to Qarshi'],
    ['Qarshi', 'Qarshi', 'Qarshi'],
    ['Mustaqillik 5', '', 'Mustaqillik 5'],
  ])('%s does not say it twice', (address, town, street) =>
    expect(streetOf({ address, town })).toBe(street),
  )
})
