import type { Actor } from '../shared/accounts/actor'
import { dispositions } from '../shared/alarms/alarm'
import type { AlarmKind, SignalClass } from '../shared/codes/kinds'
import { hour } from '../shared/lang/instant'
import type { RoomEvent } from '../shared/room/events'
import type { Site } from '../shared/sites/site'
import type { TeamRecord } from '../shared/teams/team'

export interface YearEvent {
  readonly event: RoomEvent
  readonly at: number
  readonly by: Actor
}

export interface YearParts {
  readonly sites: readonly Site[]
  readonly teams: readonly TeamRecord[]
  readonly entries: number
  /** In [0, 1). */
  readonly random: () => number
  readonly end: number
}

const receiver: Actor = { kind: 'receiver', id: 'dc09', name: 'DC-09 receiver' }
const hub: Actor = { kind: 'system', id: 'hub', name: 'Hub' }
export const officers: readonly Actor[] = Array.from({ length: 40 }, (_, at) => ({
  ...{ kind: 'officer', id: `officer-${at}`, name: `Officer ${at}`, role: 'officer' },
  desk: `desk-${at % 6}`,
}))

/**
 * Share of openings and tests per alarm; then half of the entries are alarms and the work on them.
 */
const routineShare = 0.92
const kinds: readonly (readonly [AlarmKind, string])[] = [
  ...([['burglary', '130']] as const),
  ...([['fire', '110']] as const),
  ...([['hold-up', '122']] as const),
  ...([['power', '301']] as const),
]
const remarks = [
  'Eshik ochiq qolgan, egasi keldi va yopdi',
  'Шамол туфайли дераза очилган',
  'Сотрудник ошибся при снятии с охраны',
  'Datchik nosoz, texnik chaqirildi',
  'Obyekt tekshirildi, hammasi joyida',
]

const dayOf = (at: number) => Math.floor(at / (24 * hour))

/** A duty unit's year, in order of time. */
export function* yearOf({ sites, teams, entries, random, end }: YearParts): Generator<YearEvent> {
  const begin = end - 365 * 24 * hour
  const pick = <Item>(items: readonly Item[]): Item =>
    items[Math.floor(random() * items.length)] as Item
  for (let from = 0; from < sites.length; from += 500)
    yield {
      ...{ at: begin, by: hub },
      event: { type: 'sites-registered', data: { sites: sites.slice(from, from + 500) } },
    }
  yield { at: begin, by: hub, event: { type: 'teams-registered', data: { teams: [...teams] } } }
  const step = (end - begin - 2 * hour) / entries
  let made = 0
  // A third of the alarms come from a few sites, as they do.
  const siteOf = () => (random() < 0.33 ? pick(sites.slice(0, 200)) : pick(sites))
  while (made < entries) {
    const at = Math.floor(begin + made * step)
    const site = siteOf()
    if (random() < routineShare) {
      made += 1
      yield { at, by: receiver, event: routine(site, { made, opens: random() < 0.5 }) }
      continue
    }
    const [kind, code] = pick(kinds)
    const call: Call = { id: `${dayOf(at)}-${made}`, site, kind, code, at, team: pick(teams) }
    for (const event of alarmOf(call, { officer: pick(officers), random, remark: pick(remarks) })) {
      made += 1
      yield event
    }
  }
}

interface Call {
  readonly id: string
  readonly site: Site
  readonly kind: AlarmKind
  readonly code: string
  readonly at: number
  readonly team: TeamRecord
}

const signal = (
  site: Site,
  said: { id: string; class: SignalClass; kind: AlarmKind; code: string },
): RoomEvent => ({
  type: 'signal-received',
  data: {
    ...{ signalId: said.id, siteId: site.id, account: site.account, channel: 'dc09-tcp' },
    source: '10.0.0.7:50412',
    frame: `\\x0A1A2B0040"ADM-CID"0001L0#${site.account}[#${site.account}|1${said.code} 01 003]\\x0D`,
    ...{ receiver: null, prefix: '0', sequence: '0001', table: 'cid', code: said.code },
    ...{ qualifier: 'new', class: said.class, kind: said.kind, priority: 2, zone: '3' },
    ...{ meaning: `Event ${said.code}`, partition: '1', user: null, text: null, occurredAt: null },
  },
})

const routine = (site: Site, { made, opens }: { made: number; opens: boolean }): RoomEvent => {
  const [cls, kind, code] = opens
    ? (['opening', 'opening', '401'] as const)
    : (['test', 'test', '602'] as const)
  return signal(site, { id: `s-${made}`, class: cls, kind, code })
}

/** An alarm with everything that follows, all of one instant: times must not go back. */
function* alarmOf(
  { id, site, kind, code, at, team }: Call,
  { officer, random, remark }: { officer: Actor; random: () => number; remark: string },
): Generator<YearEvent> {
  const ids = { siteId: site.id, alarmId: `a-${id}`, incidentId: `i-${id}`, runId: `r-${id}` }
  const { siteId, alarmId, incidentId, runId: assignmentId } = ids
  const said = { meaning: `Event ${code}`, code, zone: '3' }
  const run = { assignmentId }
  const reason = { recommended: true, text: 'nearest', metres: 900, seconds: 94, positionAge: 900 }
  const disposition = dispositions[Math.floor(random() * dispositions.length)] ?? 'true-alarm'
  const crew: Actor = { kind: 'team', id: team.id, name: team.callSign }
  const events: readonly (readonly [RoomEvent, Actor])[] = [
    [signal(site, { id: `s-${id}`, class: 'alarm', kind, code }), receiver],
    [
      {
        type: 'alarm-raised',
        data: { alarmId, siteId, signalId: `s-${id}`, kind, priority: 2, ...said },
      },
      receiver,
    ],
    [{ type: 'alarm-acknowledged', data: { alarmId, incidentId } }, officer],
    [
      { type: 'incident-opened', data: { incidentId, siteId, alarmId, kind, priority: 2 } },
      officer,
    ],
    [{ type: 'team-dispatched', data: { ...run, incidentId, teamId: team.id, reason } }, officer],
    [{ type: 'dispatch-acknowledged', data: run }, crew],
    [{ type: 'team-en-route', data: run }, crew],
    [{ type: 'team-on-scene', data: run }, crew],
    [
      { type: 'incident-note-added', data: { incidentId, noteId: `n-${id}`, text: remark } },
      officer,
    ],
    [{ type: 'team-cleared', data: run }, crew],
    [{ type: 'incident-closed', data: { incidentId, disposition, remark } }, officer],
  ]
  for (const [event, by] of events) yield { event, by, at }
}
