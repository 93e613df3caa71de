import { describe, expect, it } from 'vitest'
import { buildingOf } from './building'

const at = (address: string, town = 'Qarshi') => buildingOf({ address, town })

describe('the building of an address', () => {
  it.each([
    ['Demo street 11, house 84, flat 9', 'Demo street 11, house 84, flat 22'],
    ['Demo koʻcha 11, 84-uy, 9-xonadon', 'Demo koʻcha 11, 84-uy, 10-xonadon'],
    ['Demo koʻcha 11, 84-uy, 9-xonadon', 'Демо кўча 11, 84-уй, 12-хонадон'],
    ['Демо-улица 11, дом 84, кв. 9', 'Демо-улица 11, дом 84, квартира 10'],
    ['Demo street 11, house 84, Qarshi', 'Demo street 11, house 84'],
    ['Demo street 11, house 84, flat 9, Qarshi', 'demo street 11 house 84'],
    ['Demo street 11, house 84, 3-qavat, 12-xonadon', 'Demo street 11, house 84'],
  ])('is one for %s and %s', (one, other) => {
    expect(at(one)).not.toBeNull()
    expect(at(one)).toBe(at(other))
  })
  it.each([
    ['Demo street 11, house 84', 'Demo street 11, house 85'],
    ['Demo street 1, house 18', 'Demo street 11, house 8'],
    ['Demo street 11, house 84', 'Demo street 11, house 84a'],
  ])('is not one for %s and %s', (one, other) => expect(at(one)).not.toBe(at(other)))
  it('is another in another town', () =>
    expect(at('Demo street 11, house 84', 'Koson')).not.toBe(at('Demo street 11, house 84')))
  it('is unknown where no house is named', () => {
    expect(at('Central bazaar')).toBeNull()
    expect(at('')).toBeNull()
  })
})
