import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { seededRandom } from '../../shared/demo/random'
import type { TeamRecord } from '../../shared/teams/team'
import { type Car, startCar } from './car'
import { type Credentials, signInFleet } from './fleet-session'
import type { Run } from './run'

export interface CarsOptions {
  readonly http: string
  readonly teams: readonly TeamRecord[]
  readonly carSpeed: number
  readonly seed: number
  readonly credentials: Credentials
}

/** Time between two cars connecting, ms: a hub just started takes its cars one by one. */
const stagger = 3

export async function runCars(options: CarsOptions, { stop, tally, log }: Run): Promise<void> {
  const cars: Car[] = []
  try {
    const session = await signInFleet(options.http, options.credentials, stop)
    for (const [index, team] of options.teams.entries()) {
      stop.throwIfAborted()
      // The golden ratio spreads any number of cars evenly over the second.
      const phase = Math.floor(((index * 0.618_034) % 1) * 1000)
      const random = seededRandom(options.seed + 1000 + index)
      const cruise = options.carSpeed / 3.6
      cars.push(startCar({ http: options.http, team, session, cruise, random, phase }, tally, log))
      await sleep(stagger)
    }
    if (!stop.aborted) await once(stop, 'abort')
  } catch (error) {
    // Being told to stop while signing in is not a failure.
    if (!stop.aborted) throw error
  } finally {
    for (const car of cars) car.stop()
  }
}
