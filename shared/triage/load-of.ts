import { plainZone } from '../alarms/causes'
import type { AlarmKind } from '../codes/kinds'
import type { Instant } from '../lang/instant'
import type { Room } from '../room/room'
import { reportsOf } from './chatter'
import { type Flood, floodEnd, floodHistory, type Load, officersAt, rateAt } from './load'
import { chatterReports } from './rules'

export interface ChatteringZone {
  readonly siteId: string
  readonly kind: AlarmKind
  /** Without leading zeros; empty when the panel names none. */
  readonly zone: string
  /** Signals of its ledger row; for a zone in the queue, its reports of the last minutes. */
  readonly signals: number
  readonly bundleId: string | null
}

export interface LoadFigures {
  /** Alarms offered in the last ten minutes per officer signed in (undivided while nobody is). */
  readonly alarmsPerOfficer10min: number
  /** Officers and supervisors signed in. */
  readonly officers: number
  /** Since when there has been a flood; null without one. */
  readonly inFloodSince: Instant | null
  /** ms in flood within the last twelve hours. */
  readonly floodMs: number
  /** Zones that chatter, the busiest first. */
  readonly chattering: readonly ChatteringZone[]
}

const listedZones = 5

/**
 * The figures at an instant. It looks at all open alarms, so it is for a screen that asks now and
 * then, not for each signal. Without the zones, use {@link floodOf} and `rateAt`.
 */
export function loadOf(room: Room, at: Instant): LoadFigures {
  const { since, recentMs } = floodOf(room.load, at)
  return {
    alarmsPerOfficer10min: rateAt(room.load, at),
    officers: officersAt(room.load, at),
    inFloodSince: since,
    floodMs: recentMs,
    chattering: chatteringZones(room, at),
  }
}

export function floodOf(load: Load, at: Instant) {
  const over = floodEnd(load, at)
  const running = load.floodSince === null ? null : { from: load.floodSince, to: over ?? at }
  const last = running ? Math.max(0, running.to - running.from) : 0
  const recent = [...load.floods, ...(running ? [running] : [])].map((flood) =>
    within(flood, at - floodHistory),
  )
  return {
    since: over === null ? load.floodSince : null,
    recentMs: recent.reduce((all, ms) => all + ms, 0),
    totalMs: load.endedFloodMs + last,
  }
}

const within = ({ from, to }: Flood, start: Instant): number =>
  Math.max(0, to - Math.max(from, start))

function chatteringZones(room: Room, at: Instant): readonly ChatteringZone[] {
  const bundled: ChatteringZone[] = []
  for (const { id, rule, phase, place, kind, signalCount } of room.bundles.values())
    if (rule === 'chatter' && phase === 'open' && place.type === 'zone')
      bundled.push({
        siteId: place.siteId,
        kind,
        zone: place.zone,
        signals: signalCount,
        bundleId: id,
      })
  return [...bundled, ...unbundledZones(room, at)]
    .sort((a, b) => b.signals - a.signals)
    .slice(0, listedZones)
}

function unbundledZones(room: Room, at: Instant): readonly ChatteringZone[] {
  const zones: ChatteringZone[] = []
  for (const id of room.openAlarms.values()) {
    const alarm = room.alarms.get(id)
    if (!alarm || alarm.bundleId !== undefined || alarm.signalCount < chatterReports) continue
    const { siteId, kind, signals } = alarm
    for (const zone of new Set(signals.map((line) => plainZone(line.zone)))) {
      const reports = reportsOf(signals, zone, at).length
      if (reports >= chatterReports)
        zones.push({ siteId, kind, zone, signals: reports, bundleId: null })
    }
  }
  return zones
}
