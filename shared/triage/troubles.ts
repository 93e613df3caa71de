import type { Alarm } from '../alarms/alarm'
import type { Instant } from '../lang/instant'
import type { Table } from '../lang/table'
import type { Sites } from '../sites/site-row'
import { type BundlePlace, bundleKey } from './ledger'
import {
  isProtected,
  regionSites,
  type StormRule,
  stormPriority,
  stormRules,
  stormSpan,
  townSites,
} from './rules'

/** Sites that lately reported a storm's trouble, newest last, each once. */
export interface Troubles {
  /** See `bundleKey`. */
  readonly key: string
  readonly recent: readonly Trouble[]
}
export interface Trouble {
  readonly siteId: string
  readonly alarmId: string
  readonly town: string
  readonly at: Instant
}

/** The part of the room the rules count with. */
interface Counted {
  readonly sites: Sites
  readonly troubles: Table<Troubles>
}

type Told = Pick<Alarm, 'id' | 'siteId' | 'kind' | 'priority'>

/** The storm rule an alarm may fall under, and where; null for most. */
export function stormOf(room: Pick<Counted, 'sites'>, alarm: Told) {
  const rule = stormRules.find(({ kind }) => kind === alarm.kind)
  if (rule === undefined || alarm.priority < stormPriority || isProtected(alarm)) return null
  const town = room.sites.get(alarm.siteId)?.town ?? ''
  return {
    rule,
    town,
    townKey: keyOf(rule, { type: 'town', town }),
    regionKey: keyOf(rule, { type: 'region' }),
  }
}
export type StormOf = NonNullable<ReturnType<typeof stormOf>>

const keyOf = (rule: StormRule, place: BundlePlace): string => bundleKey({ ...rule, place })

/** A window with one more report; keeps the last ten minutes, and no more than the rule needs. */
export function withTrouble(
  window: Troubles | undefined,
  trouble: Trouble,
  kept: number,
): readonly Trouble[] {
  const others = (window?.recent ?? []).filter(
    ({ siteId, at }) => siteId !== trouble.siteId && trouble.at - at < stormSpan,
  )
  return [...others.slice(-(kept - 1)), trouble]
}

export function windowsWith(room: Pick<Counted, 'troubles'>, storm: StormOf, trouble: Trouble) {
  return {
    town: withTrouble(room.troubles.get(storm.townKey), trouble, townSites),
    region: withTrouble(room.troubles.get(storm.regionKey), trouble, regionSites),
  }
}

/** Notes an unanswered alarm that is in no bundle, so that the rules can count it. */
export function noteTrouble(room: Counted, alarm: Alarm, at: Instant): Table<Troubles> {
  if (alarm.bundleId !== undefined || alarm.phase !== 'raised') return room.troubles
  const storm = stormOf(room, alarm)
  if (storm === null) return room.troubles
  const { town, region } = windowsWith(room, storm, {
    siteId: alarm.siteId,
    alarmId: alarm.id,
    town: storm.town,
    at,
  })
  return room.troubles
    .set(storm.townKey, { key: storm.townKey, recent: town })
    .set(storm.regionKey, { key: storm.regionKey, recent: region })
}
