import { openAlarms } from '../alarms/queue'
import type { AlarmKind, Priority } from '../codes/kinds'
import { distance } from '../geo/distance'
import type { Place } from '../geo/place'
import type { Incident } from '../incidents/incident'
import { sceneOf } from '../incidents/scene'
import { rootOf, wholeOf } from '../incidents/whole'
import type { Instant } from '../lang/instant'
import type { Room } from '../room/room'

/** What is compared: an incident, an alarm, or what a caller is just telling. */
export interface Happening {
  readonly siteId: string | null
  readonly location: Place
  /** The point was guessed from an address. */
  readonly rough?: boolean
  /** Null while nobody has said what it is. */
  readonly kind: AlarmKind | null
  readonly at: Instant
}

export interface Likeness {
  /** 0 to 1. */
  readonly score: number
  readonly metres: number
  readonly sameSite: boolean
  /** How long apart they began, ms. */
  readonly apart: number
  readonly cause: 'same' | 'akin' | 'other'
}

export type Likely = Likeness & {
  readonly kind: AlarmKind
  readonly priority: Priority
  readonly siteId: string
  readonly name: string
  readonly at: Instant
} & (
    | { readonly of: 'incident'; readonly incidentId: string; readonly owner: string }
    | { readonly of: 'alarm'; readonly alarmId: string }
  )

/** Beyond this a caller speaks of something else. A guessed point may be a district off. */
const reach = { exact: 1_000, rough: 4_000 } as const
/** After this long a new call is hardly about the old event. */
const longest = 3 * 3_600_000
/** Below this it is no more likely than any other. */
const leastScore = 0.4
const offered = 5

/** Kinds that people, and panels, take for each other. */
const akin: readonly (readonly AlarmKind[])[] = [
  ['hold-up', 'duress', 'panic', 'burglary', 'tamper', 'medical'],
  ['fire', 'gas'],
  ['technical', 'power', 'communication', 'tamper'],
]

function causeOf(a: AlarmKind | null, b: AlarmKind): Likeness['cause'] {
  if (a === b) return 'same'
  if (a === null || a === 'unknown' || b === 'unknown') return 'akin'
  return akin.some((kinds) => kinds.includes(a) && kinds.includes(b)) ? 'akin' : 'other'
}

const causeWeight = { same: 1, akin: 0.7, other: 0.2 } as const

/**
 * How likely two happenings are one event in the world: by place most, then by time and cause. Null
 * when they are too far apart in place or time.
 */
export function likeness(one: Happening, other: Happening & { kind: AlarmKind }): Likeness | null {
  const sameSite = one.siteId !== null && one.siteId === other.siteId
  const metres = sameSite ? 0 : distance(one.location, other.location)
  const far = one.rough || other.rough ? reach.rough : reach.exact
  const apart = Math.abs(one.at - other.at)
  if (metres > far || apart > longest) return null
  const cause = causeOf(one.kind, other.kind)
  const near = 1 - metres / far
  const soon = 1 - apart / longest
  const score = 0.5 * near + 0.2 * soon + 0.3 * causeWeight[cause]
  return score < leastScore ? null : { score, metres, sameSite, apart, cause }
}

type Rooms = Pick<Room, 'alarms' | 'incidents' | 'openIncidents' | 'sites'>

/** An incident, with all that is merged in it, or an alarm: what is not to be compared with itself. */
export interface Self {
  readonly incidentId?: string | undefined
  readonly alarmId?: string | undefined
}

/**
 * The open incidents and unanswered alarms that are likely about the same event, the likeliest
 * first.
 */
export function likelySame(room: Rooms, one: Happening, self: Self = {}): readonly Likely[] {
  return [...incidentsLike(room, one, self), ...alarmsLike(room, one, self)]
    .sort((a, b) => b.score - a.score || b.at - a.at)
    .slice(0, offered)
}

function incidentsLike(room: Rooms, one: Happening, self: Self): Likely[] {
  const own = room.incidents.get(self.incidentId ?? '')
  const ownRoot = own && rootOf(room, own)
  const best = new Map<string, Likely>()
  for (const id of room.openIncidents.values()) {
    const incident = room.incidents.get(id)
    const root = incident && rootOf(room, incident)
    if (!incident || !root || root === ownRoot) continue
    const scene = sceneOf(room, incident)
    const like = scene && likeness(one, happeningOf(incident, scene.location))
    if (!scene || !like || like.score <= (best.get(root.id)?.score ?? 0)) continue
    const { kind, priority } = wholeOf(room, root)
    best.set(root.id, {
      ...like,
      ...{ of: 'incident', incidentId: root.id, owner: root.owner.name },
      ...{ kind, priority, siteId: incident.siteId, name: scene.name, at: incident.openedAt },
    })
  }
  return [...best.values()]
}

const happeningOf = ({ siteId, kind, openedAt: at, place }: Incident, location: Place) => ({
  ...{ siteId, location, kind, at },
  ...(place?.rough && { rough: true }),
})

function alarmsLike(room: Rooms, one: Happening, self: Self): Likely[] {
  return openAlarms(room).waiting.flatMap((alarm): Likely[] => {
    if (alarm.id === self.alarmId) return []
    const site = room.sites.get(alarm.siteId)
    if (!site) return []
    const { siteId, kind, priority, raisedAt: at } = alarm
    const like = likeness(one, { siteId, location: site.location, kind, at })
    if (!like) return []
    return [
      { ...like, of: 'alarm', alarmId: alarm.id, kind, priority, siteId, name: site.name, at },
    ]
  })
}
