import { expect, it } from 'vitest'
import { openDatabase } from '../../node/sqlite'
import { usernameSchema } from '../../shared/accounts/username'
import { createKnownDesks, deskDigest } from './known-desks'

const officer = usernameSchema.parse('officer-1')
const other = usernameSchema.parse('officer-2')

it('Desks are known after a restart, the newest fifty of each user', () => {
  const database = openDatabase(':memory:')
  const desks = createKnownDesks(database)
  desks.remember(other, 'desk')
  for (let at = 0; at < 51; at += 1) desks.remember(officer, `desk-${at}`)
  const again = createKnownDesks(database)
  expect(['desk-0', 'desk-1', 'desk-50'].map((desk) => again.knows(officer, desk))).toEqual([
    false,
    true,
    true,
  ])
  expect([again.knows(other, 'desk'), again.knows(officer, 'desk')]).toEqual([true, false])
})

it('A desk is stored by a digest that gives its key away to nobody', () => {
  expect(deskDigest({ key: 'secret' })).not.toContain('secret')
  expect(deskDigest({ key: '10.0.0.1' })).not.toBe(deskDigest({ address: '10.0.0.1' }))
})
