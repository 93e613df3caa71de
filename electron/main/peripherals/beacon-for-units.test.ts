import { expect, it } from 'vitest'
import { noBeacon } from './beacon'
import { beaconForUnits } from './beacon-for-units'

it('The beacon turns while any unit wants it, and no longer for one that is given up', async () => {
  const wants: boolean[] = []
  const of = beaconForUnits({ ...noBeacon, want: (on) => void wants.push(on) })
  const [one, two] = [of('unit-1'), of('unit-2')]
  one.want(true)
  two.want(true)
  one.want(false)
  await two.stop()
  expect(wants).toEqual([true, true, true, false])
})
