import { expect, it } from 'vitest'
import { createSameKeys } from './same-keys'

const key = (byte: number, length = 16) => new Uint8Array(length).fill(byte)

it('Accounts of one key are found as long as they share it', () => {
  const keys = createSameKeys()
  for (const account of ['A3', 'A1', 'A2']) keys.set(account, key(1))
  keys.set('B1', key(2))
  keys.set('B2', key(1, 32))
  expect(keys.groups()).toEqual([['A1', 'A2', 'A3']])
  expect([keys.others('A1'), keys.others('B1'), keys.others('none')]).toEqual([
    ['A2', 'A3'],
    [],
    [],
  ])
  keys.set('A1', key(2))
  keys.set('A1', key(2))
  keys.remove('A2')
  keys.remove('none')
  expect(keys.groups()).toEqual([['A1', 'B1']])
  expect(keys.others('A3')).toEqual([])
})
