import { describe, expect, it } from 'vitest'
import { demoRegion } from '../../shared/demo/demo-region'
import { seededRandom } from '../../shared/demo/random'
import { distance } from '../../shared/geo/distance'
import { createFleet } from './fleet'

const { sites, teams } = demoRegion()
const posts = teams.slice(0, 6).map(({ postLocation }) => postLocation)
const fleetOf = (alarmShare: number, seed = 1) =>
  createFleet({ sites, posts, alarmShare, firstSequence: 0 }, seededRandom(seed))
const nearest = (account: string) => {
  const site = sites.find((row) => row.account === account)
  if (!site) throw new Error(`no site ${account}`)
  return Math.min(...posts.map((post) => distance(post, site.location)))
}

describe('the fleet', () => {
  it('opens with a hold-up, a burglary, a fire and a call for help near a team', () => {
    for (let seed = 1; seed < 20; seed++) {
      const fleet = fleetOf(0, seed)
      const first = Array.from({ length: 4 }, () => fleet.opening(0))
      const words = [/HA|\|1122/, /BA|\|113[014]/, /FA|\|111[015]/, /PA|\|112[03]/]
      for (const [at, { what, account, message }] of first.entries()) {
        expect(what).toBe('alarm')
        expect(message.data).toMatch(words[at] ?? '')
        expect(nearest(account)).toBeLessThan(3000)
      }
    }
  })
  it('mostly arms and disarms, with the share of alarms asked for', () => {
    const fleet = fleetOf(0.15)
    const said = Array.from({ length: 1000 }, () => fleet.next(0).what)
    const alarms = said.filter((what) => what === 'alarm').length
    expect(alarms).toBeGreaterThan(110)
    expect(alarms).toBeLessThan(190)
    expect(said).not.toContain('restoral')
  })
  it('takes back every alarm when its time has come, before anything new', () => {
    const fleet = fleetOf(1)
    const raised = Array.from({ length: 50 }, () => fleet.next(0)).filter(
      ({ what }) => what === 'alarm',
    )
    const restored = raised.map(() => fleet.next(3_600_000))
    expect(restored.every(({ what }) => what === 'restoral')).toBe(true)
    expect(new Set(restored.map(({ account }) => account))).toEqual(
      new Set(raised.map(({ account }) => account)),
    )
  })
  it('does not raise a second alarm at a panel before the first is taken back', () => {
    const fleet = createFleet(
      { sites: sites.slice(0, 1), posts, alarmShare: 1, firstSequence: 0 },
      seededRandom(1),
    )
    expect(Array.from({ length: 5 }, () => fleet.next(0).what)).toEqual([
      'alarm',
      'arming',
      'arming',
      'arming',
      'arming',
    ])
  })
  it('lets most alarms happen near a team', () => {
    const fleet = fleetOf(1)
    const alarms = Array.from({ length: 300 }, () => fleet.next(0)).filter(
      ({ what }) => what === 'alarm',
    )
    const close = alarms.filter(({ account }) => nearest(account) < 3000).length
    expect(close / alarms.length).toBeGreaterThan(0.8)
  })
  it('works without teams', () => {
    const fleet = createFleet(
      { sites, posts: [], alarmShare: 1, firstSequence: 0 },
      seededRandom(1),
    )
    expect([fleet.opening(0).what, fleet.next(0).what, fleet.poll().what]).toEqual([
      'alarm',
      'alarm',
      'poll',
    ])
  })
})
