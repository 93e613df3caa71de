import { expect, it } from 'vitest'
import { unitIdSchema } from '../../shared/ipc/contract'
import { silentLog } from './log'
import { unitIdOf } from './unit-id'

const hub = 'https://hub.example:7410'
const unknown = { unitOf: () => null }
const known = { unitOf: (name: string) => (name === hub ? 'unit-1' : null) }

it('A unit that was reached before is called by its own id from the start', () =>
  expect(unitIdOf(known, hub, silentLog)).toBe('unit-1'))

it('A unit of a hub that was never reached is called by the hub, always the same and each its own', () => {
  const ids = [hub, `${hub}1`, null].map((name) => unitIdOf(unknown, name, silentLog))
  expect(new Set(ids).size).toBe(3)
  for (const id of ids) expect(unitIdSchema.safeParse(id).success).toBe(true)
  expect(unitIdOf(unknown, hub, silentLog)).toBe(ids[0])
})

it('A store that cannot be read does not keep a unit from having an id', () => {
  const broken = () => {
    throw new Error('disk I/O error')
  }
  expect(unitIdOf({ unitOf: broken }, hub, silentLog)).toBe(unitIdOf(unknown, hub, silentLog))
})
