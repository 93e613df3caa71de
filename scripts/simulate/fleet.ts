import type { AlarmKind } from '../../shared/codes/kinds'
import { canRaise, type DemoAlarm, demoAlarm } from '../../shared/demo/demo-signals'
import { chance, pick, type Random } from '../../shared/demo/random'
import { distance } from '../../shared/geo/distance'
import type { Place } from '../../shared/geo/place'
import type { Site } from '../../shared/sites/site'
import {
  type Panel,
  pollOf,
  type Report,
  raiseAlarm,
  restoreAlarm,
  runningPanel,
  type Said,
  toggleArming,
} from './panel'

export interface FleetOptions {
  readonly sites: readonly Site[]
  /**
   * Where the teams wait: most alarms happen near one, so that cars arrive while somebody watches.
   */
  readonly posts: readonly Place[]
  /** Share of alarms among everything but restorals, 0 to 1. */
  readonly alarmShare: number
  /** The number from which the panels count their messages. */
  readonly firstSequence: number
}

export interface Fleet {
  /**
   * One of the first alarms of a show, close to the first teams: a hold-up, then a burglary, a
   * fire, a call for help.
   */
  readonly opening: (now: number) => Report
  readonly next: (now: number) => Report
  readonly poll: () => Report
}

/** Near enough for a car to arrive within a few minutes, metres. */
const near = 3_000
const nearShare = 0.85
const openings: readonly AlarmKind[] = ['hold-up', 'burglary', 'fire', 'panic']
/** The show begins where the first teams are: the demo names the main town's first. */
const firstPosts = 6

export function createFleet(
  { sites, posts, alarmShare, firstSequence }: FleetOptions,
  random: Random,
): Fleet {
  const panels = sites.map((site, index) => runningPanel(site, firstSequence + index, random))
  const everywhere = panels.map((_, index) => index)
  const close = closeTo(sites, posts)
  const stage = closeTo(sites, posts.slice(0, firstPosts))
  let opened = 0
  const restorals: { readonly at: number; readonly panel: number }[] = []

  const speak = (index: number, act: (panel: Panel) => Said | null): Report | null => {
    const panel = panels[index]
    const said = panel && act(panel)
    if (!said) return null
    panels[index] = said.panel
    return said.report
  }
  const alarmAt = (index: number, now: number, kinds?: readonly AlarmKind[]): Report | null =>
    speak(index, (panel) => {
      if (panel.open !== null) return null
      const alarm: DemoAlarm = demoAlarm(
        panel.site,
        { token: panel.token, ...(kinds && { kinds }) },
        random,
      )
      insertByTime(restorals, { at: now + alarm.lasts, panel: index })
      return raiseAlarm(panel, alarm)
    })
  const restoralDue = (now: number): Report | null => {
    const first = restorals[0]
    if (first === undefined || first.at > now) return null
    restorals.shift()
    return speak(first.panel, restoreAlarm)
  }
  const arming = (): Report =>
    toArming(speak(pick(random, everywhere), (panel) => toggleArming(panel, random)))

  return {
    opening: (now) => {
      const kind = openings[opened++ % openings.length] ?? 'burglary'
      const fitting = stage.filter((index) => {
        const panel = panels[index]
        return panel !== undefined && panel.open === null && canRaise(panel.site, kind)
      })
      return (
        alarmAt(pick(random, fitting.length > 0 ? fitting : everywhere), now, [kind]) ?? arming()
      )
    },
    next: (now) => {
      const restoral = restoralDue(now)
      if (restoral !== null) return restoral
      if (!chance(random, alarmShare)) return arming()
      const from = close.length > 0 && chance(random, nearShare) ? close : everywhere
      return alarmAt(pick(random, from), now) ?? arming()
    },
    poll: () => {
      const panel = panels[pick(random, everywhere)]
      if (!panel) throw new Error('A fleet needs at least one site')
      return pollOf(panel)
    },
  }
}

function toArming(report: Report | null): Report {
  if (report === null) throw new Error('A fleet needs at least one site')
  return report
}

function closeTo(sites: readonly Site[], posts: readonly Place[]): number[] {
  const reach = near / 111_000
  return sites.flatMap(({ category, location }, index) => {
    if (category === 'residential') return []
    // The latitudes tell most pairs apart without any trigonometry.
    const any = posts.some(
      (post) => Math.abs(post.lat - location.lat) < reach && distance(post, location) < near,
    )
    return any ? [index] : []
  })
}

function insertByTime<Item extends { readonly at: number }>(items: Item[], item: Item): void {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((items[middle]?.at ?? 0) <= item.at) low = middle + 1
    else high = middle
  }
  items.splice(low, 0, item)
}
