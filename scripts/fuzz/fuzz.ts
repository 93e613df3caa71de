import { seededRandom } from '../../shared/demo/random'
import { createDc09Cases } from './dc09-cases'
import { createLineCases } from './line-cases'
import type { FuzzOptions } from './options'
import { newTally, type Tally, violate } from './tally'

/** One case in this many is a line of a receiver protocol instead of a DC-09 frame. */
const linesEvery = 8

/**
 * Runs the cases of one seed, which are always the same. `warm` is called after a tenth of them,
 * when the compiler has settled and anything still growing has a reason.
 */
export function fuzz({ cases, seed }: FuzzOptions, warm: () => void = () => undefined): Tally {
  const tally = newTally()
  const random = seededRandom(seed)
  const dc09 = createDc09Cases(random, tally)
  const lines = createLineCases(random, tally)
  const warmAt = Math.floor(cases / 10)
  for (let done = 0; done < cases; done++) {
    if (done === warmAt) warm()
    const source = done % linesEvery === 0 ? lines : dc09
    try {
      source.next()
    } catch (error) {
      const told = error instanceof Error ? (error.stack ?? error.message) : String(error)
      violate(tally, `case ${done} threw: ${told}`, new Uint8Array())
    }
  }
  return tally
}
