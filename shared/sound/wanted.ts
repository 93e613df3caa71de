import type { Actor } from '../accounts/actor'
import { roleRefusal } from '../accounts/permissions'
import type { Alarm } from '../alarms/alarm'
import type { AlarmKind, Priority } from '../codes/kinds'
import { helpAt } from '../escalation/help'
import { isToldTo } from '../escalation/on-duty'
import { standingEscalations } from '../escalation/standing'
import { waitOf } from '../escalation/waiting'
import type { LinkState } from '../ipc/contract'
import { derivedOf } from '../lang/derived'
import type { Instant } from '../lang/instant'
import type { Room } from '../room/room'
import { alarmedAccounts, heldPriority, heldWaits } from '../signals/held-alarm'
import { isOverdue } from '../teams/overdue'
import { floodEnd } from '../triage/load'
import { type Voice, voices } from './voices'

/** A voice with something to say. A greater `mark` means something new. */
export interface Wanted {
  readonly voice: Voice
  readonly mark: number
}

export interface SoundFacts {
  /** As this desk sees it: what was acknowledged here counts even before the hub knows. */
  readonly room: Room
  readonly link: LinkState
  readonly now: Instant
  readonly duressSilent: boolean
  /** The loss of the hub that somebody here has answered, by the instant it began. */
  readonly lossHeard: Instant | null
}

/** What a desk should sound now, the gravest first. */
export function wantedSounds(facts: SoundFacts): readonly Wanted[] {
  const marks = new Map<Voice, number>()
  const want = (voice: Voice, mark: number) =>
    marks.set(voice, Math.max(mark, marks.get(voice) ?? mark))
  const since = hubLost(facts.link)
  if (since !== null && since !== facts.lossHeard) want('no-hub', since)
  const you = answering(facts.link)
  if (you) {
    for (const { voice, mark } of alarmVoices(facts)) want(voice, mark)
    for (const mark of calledUpon(facts, you)) want('escalation', mark)
    if (somethingLate(facts, you)) want('overdue', 0)
  }
  return voices.flatMap((voice) => {
    const mark = marks.get(voice)
    return mark === undefined ? [] : [{ voice, mark }]
  })
}

/**
 * Since when the hub has been away or unable to write, or null. While nobody is signed in, nobody
 * is on duty here: the screen alone shows a lost hub.
 */
function hubLost(link: LinkState): Instant | null {
  switch (link.phase) {
    case 'starting':
    case 'signed-out':
      return null
    case 'lost':
      return link.atSignIn ? null : link.since
    case 'failed':
      return link.since
    case 'live':
      return link.storage.ok ? null : link.storage.since
  }
}

/**
 * Whoever can take alarms at this desk. Where nobody can, nothing could end their sound: a
 * trainer's desk, one waiting for a name, the copy of a night long past.
 */
export function answering(link: LinkState): Actor | null {
  const you = link.phase === 'live' || link.phase === 'lost' ? (link.you ?? null) : null
  return you && roleRefusal(you, 'acknowledge-alarm') === null ? you : null
}

function alarmVoices({ room, now, duressSilent }: SoundFacts): readonly Wanted[] {
  const flood = isFlood(room, now)
  const held = alarmedAccounts(room.held)
    .filter(heldWaits)
    .map(({ alarm }) => ({ ...alarm, priority: heldPriority }))
  return [...unanswered(room.alarms), ...held]
    .filter(({ kind }) => !(duressSilent && kind === 'duress'))
    .flatMap(({ kind, priority, raisedSeq }) => {
      const voice = voiceOf(kind, priority)
      if (voice === null) return []
      // A constant mark: news in a flood does not bring the next round forward.
      const together = flood && (voice === 'priority-2' || voice === 'priority-3')
      return [together ? { voice: 'flood', mark: 0 } : { voice, mark: raisedSeq }]
    })
}

/**
 * The newest row per kind and priority is enough: in a storm thousands wait. Alarms in the ledger
 * are silent, except those of the first priority, which no rule should keep there.
 */
const unanswered = derivedOf((alarms: Room['alarms']): readonly Alarm[] => {
  const newest = new Map<string, Alarm>()
  alarms.forEach((alarm) => {
    if (alarm.phase !== 'raised' || (alarm.bundleId !== undefined && alarm.priority > 1)) return
    const key = `${alarm.kind}|${alarm.priority}`
    const known = newest.get(key)
    if (!known || known.raisedSeq < alarm.raisedSeq) newest.set(key, alarm)
  })
  return [...newest.values()]
})

/** Null for an alarm that is only for information. */
function voiceOf(kind: AlarmKind, priority: Priority): Voice | null {
  // A person under threat counts as that, whatever priority a table or a site gives the code.
  if (kind === 'hold-up' || kind === 'panic' || kind === 'duress') return 'hold-up'
  switch (priority) {
    case 1:
      return kind === 'fire' || kind === 'gas' ? 'fire' : 'priority-1'
    case 2:
      return 'priority-2'
    case 3:
      return 'priority-3'
    case 4:
      return null
  }
}

const isFlood = ({ load }: Room, now: Instant): boolean =>
  load.floodSince !== null && floodEnd(load, now) === null

/** The entries that call upon whoever works here: each sounds once. */
const calledUpon = ({ room, now, duressSilent }: SoundFacts, you: Actor): readonly number[] => {
  const help = helpAt(room, now)
  const called = help !== null && help.came === null && help.by.id !== you.id ? [help.seq] : []
  const told = standingEscalations(room)
    .filter((row) => isToldTo(row, you))
    .filter((row) => {
      const wait = waitOf(room, row)
      // Its owner works on it, perhaps on the telephone with somebody who must not hear this.
      return wait?.ownerId !== you.id && !(duressSilent && wait?.kind === 'duress')
    })
  return [...called, ...told.map(({ seq }) => seq)]
}

/**
 * A crew late with its next report, on an incident of whoever works here. If its officer has left,
 * every desk hears it.
 */
function somethingLate({ room, now }: SoundFacts, you: Actor): boolean {
  const here = new Set(room.load.sessions.map(({ officerId }) => officerId))
  return room.assignments.some((assignment) => {
    if (!isOverdue(assignment, now)) return false
    const incident = room.incidents.get(assignment.incidentId)
    if (incident?.phase !== 'open') return false
    return incident.owner.id === you.id || !here.has(incident.owner.id)
  })
}
