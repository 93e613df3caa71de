import type { Alarm, AlarmSignal } from '../alarms/alarm'
import { plainZone } from '../alarms/causes'
import { openAlarmsOf } from '../alarms/open-alarms'
import { isWaiting } from '../alarms/waiting'
import type { Instant } from '../lang/instant'
import type { Room } from '../room/room'
import type { BundlePlace } from './ledger'
import { chatterReports, chatterSpan, chatterUnseenFrom, isHeld } from './rules'
import { type Answer, bundleOf, into, type Judged, openBundle } from './verdict'

/**
 * Whether one zone reports again and again. The reports are those on the open alarms of its site
 * and kind, so nothing extra is stored, and the count starts again once an officer has closed the
 * case.
 */
export function judgeChatter(room: Room, alarm: Judged): Answer {
  const place: BundlePlace = { type: 'zone', siteId: alarm.siteId, zone: alarm.zone }
  const open = openAlarmsOf(room, alarm.siteId, alarm.kind)
  if (!isOfZone(open.find(isWaiting), alarm.zone)) return null
  const bundle = bundleOf(room, { rule: 'chatter', kind: alarm.kind, place })
  if (isHeld(bundle, alarm.at)) return 'held'
  if (!chatterUnseen(room, alarm)) return null
  if (bundle?.phase === 'open') return alarm.priority < bundle.priority ? null : into(bundle)
  const reports = open.flatMap(({ signals }) => reportsOf(signals, alarm.zone, alarm.at))
  if (reports.length + 1 < chatterReports) return null
  const since = Math.min(...reports.map(({ at }) => at))
  const { kind, priority } = alarm
  return openBundle(room, { rule: 'chatter', kind, place, priority, since }, [])
}

/** The lines that report something at this zone, within the time that counts. */
export const reportsOf = (
  signals: readonly AlarmSignal[],
  zone: string,
  now: Instant,
): readonly AlarmSignal[] =>
  signals.filter(
    (line) => !line.restoral && now - line.at < chatterSpan && plainZone(line.zone) === zone,
  )

/** An alarm that mentions another zone stays in the queue: nobody has looked at that one. */
const isOfZone = (waiting: Alarm | undefined, zone: string): boolean =>
  waiting === undefined || waiting.causes.every((cause) => cause.zone === zone)

/**
 * Whether a zone may chatter out of the queue: its reports weigh little, or an officer has it in
 * hand right now.
 */
export const chatterUnseen = (
  room: Room,
  alarm: Pick<Judged, 'siteId' | 'kind' | 'priority' | 'zone'>,
): boolean =>
  alarm.priority >= chatterUnseenFrom ||
  inHand(openAlarmsOf(room, alarm.siteId, alarm.kind), alarm.zone)

const inHand = (open: readonly Alarm[], zone: string): boolean =>
  open.some(
    (alarm) => alarm.phase === 'acknowledged' && alarm.causes.some((cause) => cause.zone === zone),
  )
