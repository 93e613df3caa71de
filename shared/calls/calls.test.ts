import { describe, expect, it } from 'vitest'
import { openAlarms } from '../alarms/queue'
import { planProgress } from '../incidents/plan-progress'
import type { Command } from '../room/commands'
import type { RoomEvent } from '../room/events'
import type { Room } from '../room/room'
import { usualSound } from '../sound/desk-sound'
import { wantedSounds } from '../sound/wanted'
import {
  acknowledged,
  alarmAdded,
  officer,
  officer2,
  opened,
  raised,
  site,
  sites,
  supervisor,
  trainer,
} from '../testing/builders'
import { given, roomOf } from '../testing/given'
import type { Called, CallOutcome } from './call'
import { contactCalls, nextToCall } from './call-order'
import { dialledNumber } from './dialled-number'

const guard: Called = { role: 'Guard post', name: 'A', phone: '+998 00 000 00 11' }
const head: Called = { role: 'Head of shift', name: 'B', phone: '+998 00 000 00 12' }
const duty: Called = { role: 'Duty desk', name: '', phone: '+998 00 000 00 71', elsewhere: true }

const taken: readonly RoomEvent[] = [
  sites(site('site-1'), site('site-2')),
  raised('a1'),
  acknowledged('a1', 'i1'),
  opened('i1', 'a1'),
]
const step = (stepId: string): RoomEvent => ({
  type: 'incident-step-completed',
  data: { incidentId: 'i1', stepId },
})
const begun = (callId: string, contact: Called = guard): RoomEvent => ({
  type: 'incident-call-begun',
  data: { incidentId: 'i1', callId, ...contact },
})
const ended = (callId: string, outcome: CallOutcome, contact: Called = guard): RoomEvent => ({
  type: 'incident-call-ended',
  data: { incidentId: 'i1', callId, role: contact.role, phone: contact.phone, outcome },
})
const call = (callId: string, contact: Called = guard): Command => ({
  ...{ type: 'call-contact', incidentId: 'i1', callId },
  ...contact,
})
const end = (callId: string, outcome: CallOutcome): Command => ({
  ...{ type: 'end-call', incidentId: 'i1', callId, outcome, threatId: 'threat-1' },
})
const closed: RoomEvent = {
  type: 'incident-closed',
  data: { incidentId: 'i1', disposition: 'true-alarm', remark: '' },
}
const incidentOf = (room: Room, id = 'i1') => {
  const incident = room.incidents.get(id)
  if (!incident) throw new Error(`${id} is not in the room`)
  return incident
}
const whatSounds = (room: Room) =>
  wantedSounds({
    room,
    link: {
      ...{ phase: 'live', since: 0, hub: 'test', you: officer },
      storage: { ok: true, text: '', since: 0 },
    },
    ...{ now: 50_000, duressSilent: usualSound.duressSilent, lossHeard: null },
  }).map(({ voice }) => voice)

describe('A call to a contact', () => {
  it('is recorded with whom it is to, before anybody answers', () => {
    given(...taken)
      .when(call('c1'))
      .thenAccepted(begun('c1'))
    const [ringing] = incidentOf(roomOf(...taken, begun('c1'))).calls ?? []
    expect(ringing).toMatchObject({ phase: 'ringing', ...guard, by: 'Officer One', at: 5_000 })
  })
  it('ends with what came of it, when, and who said so', () => {
    given(...taken, begun('c1'))
      .when(end('c1', 'no-answer'))
      .thenAccepted(ended('c1', 'no-answer'))
    const room = roomOf(...taken, begun('c1'), {
      ...{ event: ended('c1', 'no-answer'), by: officer2, at: 9_000 },
    })
    expect(incidentOf(room).calls?.[0]).toMatchObject({
      ...{ phase: 'ended', outcome: 'no-answer', endedBy: 'Officer Two', endedAt: 9_000 },
    })
    expect(incidentOf(room).log.slice(-2)).toMatchObject([
      { type: 'incident-call-begun', params: { phone: guard.phone } },
      { type: 'incident-call-ended', params: { outcome: 'no-answer' } },
    ])
  })
  it('is begun one at a time: the outcome of the one that rings comes first', () =>
    given(...taken, begun('c1'))
      .when(call('c2', head))
      .thenRefused('call-still-ringing'))
  it('is not made for a closed incident, nor by somebody who is not on duty', () => {
    given(...taken, closed)
      .when(call('c1'))
      .thenRefused('incident-closed')
    given(...taken)
      .when(call('c1'), trainer)
      .thenRefused('not-your-role')
  })
  it('is ended by any colleague on duty, and only once in the same words', () => {
    given(...taken, begun('c1'))
      .when(end('c1', 'answered'), supervisor)
      .thenTypes('incident-call-ended')
    given(...taken, begun('c1'), ended('c1', 'answered'))
      .when(end('c1', 'answered'), officer2)
      .thenAgreed('call-already-ended')
    given(...taken)
      .when(end('c1', 'answered'))
      .thenRefused('call-unknown')
  })
  it('can be corrected: a key pressed beside the right one does not stand for ever', () =>
    given(...taken, begun('c1'), ended('c1', 'no-answer'))
      .when(end('c1', 'wrong-word'))
      .thenAccepted(ended('c1', 'wrong-word')))
  it('keeps its outcome when the incident was closed while it rang', () =>
    given(...taken, begun('c1'), closed)
      .when(end('c1', 'no-answer'))
      .thenAccepted(ended('c1', 'no-answer')))
})

describe('An answered call', () => {
  const atCall = [...taken, step('check-zones'), step('dispatch-team'), begun('c1')]
  const skipped: RoomEvent = {
    type: 'incident-step-skipped',
    data: { incidentId: 'i1', stepId: 'dispatch-team', reason: 'A team is there' },
  }
  it('completes the step of the plan that is a call, when its turn is now', () =>
    given(...taken, step('check-zones'), skipped, begun('c1'))
      .when(end('c1', 'answered'))
      .thenAccepted(ended('c1', 'answered'), {
        type: 'incident-step-completed',
        data: { incidentId: 'i1', stepId: 'call-contact', outcome: 'answered' },
      }))
  it('completes no other step', () => {
    given(...atCall)
      .when(end('c1', 'answered'))
      .thenTypes('incident-call-ended')
    given(...taken, begun('c1'))
      .when(end('c1', 'answered'))
      .thenTypes('incident-call-ended')
  })
  it.each(['no-answer', 'wrong-word'] as const)(
    'is not what %s is: the step stays to do',
    (outcome) =>
      given(...taken, step('check-zones'), skipped, begun('c1'))
        .when(end('c1', outcome))
        .thenTypes('incident-call-ended'),
  )
})

describe('A duress word said on the telephone', () => {
  const threatened: readonly RoomEvent[] = [
    {
      type: 'alarm-raised',
      data: {
        ...{ alarmId: 'threat-1', siteId: 'site-1', signalId: 'c1', kind: 'duress', priority: 1 },
        ...{ code: 'DURESSWD', zone: null, meaning: 'Duress word given by telephone' },
      },
    },
    acknowledged('threat-1', 'i1'),
    alarmAdded('i1', 'threat-1', { kind: 'duress', priority: 1 }),
  ]
  const said = [...taken, begun('c1'), ended('c1', 'duress-word'), ...threatened]

  it('raises an alarm under duress that is in the hands of whoever heard it', () =>
    given(...taken, begun('c1'))
      .when(end('c1', 'duress-word'))
      .thenAccepted(ended('c1', 'duress-word'), ...threatened))
  it('makes the incident an armed threat: its plan sends a team and calls nobody', () => {
    const room = roomOf(...said)
    expect(incidentOf(room)).toMatchObject({ kind: 'duress', priority: 1 })
    expect(planProgress(room, incidentOf(room)).map(({ action }) => action)).not.toContain('call')
    given(...said)
      .when(call('c2', head))
      .thenRefused('site-not-called')
    given(...said)
      .when(call('c2', duty))
      .thenTypes('incident-call-begun')
  })
  it('is quiet: no sound in the room tells the other end of the line', () => {
    expect(openAlarms(roomOf(...said)).waiting).toEqual([])
    expect(whatSounds(roomOf(...said))).toEqual([])
  })
  it('is added to the alarm under duress that is open at the site already', () => {
    const both = [...taken, begun('c1'), raised('a9', 'site-1', { kind: 'duress', priority: 1 })]
    given(...both)
      .when(end('c1', 'duress-word'))
      .thenTypes('incident-call-ended', 'alarm-signal-added')
    expect(whatSounds(roomOf(...both))).toEqual(['hold-up'])
  })
  it('is not lost when the incident was closed meanwhile: the alarm then waits for an officer', () => {
    const late = [...taken, begun('c1'), closed]
    given(...late)
      .when(end('c1', 'duress-word'))
      .thenTypes('incident-call-ended', 'alarm-raised')
    expect(whatSounds(roomOf(...late, ...threatened.slice(0, 1)))).toEqual(['hold-up'])
  })
  it('corrects another outcome, and is never taken back', () => {
    given(...taken, begun('c1'), ended('c1', 'answered'))
      .when(end('c1', 'duress-word'))
      .thenTypes(
        'incident-call-ended',
        'alarm-raised',
        'alarm-acknowledged',
        'incident-alarm-added',
      )
    given(...said)
      .when(end('c1', 'answered'), officer2)
      .thenAgreed('call-already-ended')
  })
})

describe('Whom to call next', () => {
  const contacts = [guard, head, duty]
  const next = (silent: boolean, ...events: RoomEvent[]) =>
    nextToCall(contactCalls(contacts, incidentOf(roomOf(...taken, ...events)).calls), { silent })
  const tried = (callId: string, outcome: CallOutcome, contact: Called) => [
    begun(callId, contact),
    ended(callId, outcome, contact),
  ]
  it('is the first in call order who was not called', () => {
    expect(next(false)).toBe(guard)
    expect(next(false, ...tried('c1', 'no-answer', guard))).toBe(head)
  })
  it('is whoever did not answer longest ago, once all were tried', () => {
    const all = [
      ...tried('c1', 'no-answer', guard),
      ...tried('c2', 'wrong-word', head),
      ...tried('c3', 'no-answer', duty),
    ]
    expect(next(false, ...all)).toBe(guard)
    expect(next(false, ...all, ...tried('c4', 'no-answer', guard))).toBe(duty)
  })
  it('is nobody once all were reached', () => {
    const all = contacts.flatMap((one, at) => tried(`c${at}`, 'answered', one))
    expect(next(false, ...all)).toBeNull()
  })
  it('is nobody at a site where no telephone may ring', () => {
    expect(next(true)).toBe(duty)
    expect(nextToCall(contactCalls([guard, head]), { silent: true })).toBeNull()
  })
})

describe('A number to dial', () => {
  it.each([
    ['+998 00 000-00-11', '+998000000011'],
    ['(71) 123.45.67', '711234567'],
    ['102', '102'],
    ['+998\u00a090 123 45 67', '+998901234567'],
  ])('%s is %s', (phone, digits) => expect(dialledNumber(phone)).toBe(digits))
  it.each([
    '',
    'guard post',
    '123 45 67 ext. 12',
    '+998 00 000 00 11, +998 00 000 00 12',
    '*#06#',
    '12;phone-context=x',
    '+',
    '00+998',
    '%2B998',
    '1'.repeat(16),
  ])('%s is none', (phone) => expect(dialledNumber(phone)).toBeNull())
})
