import { describe, expect, it } from 'vitest'
import type { LinkState } from '../ipc/contract'
import type { RoomEvent } from '../room/events'
import {
  acknowledged,
  dispatched,
  held,
  officer,
  officer2,
  opened,
  raised,
  site,
  sites,
  supervisor,
  team,
  teams,
  trainer,
} from '../testing/builders'
import type { Past } from '../testing/given'
import { roomOf } from '../testing/given'
import { type SoundFacts, wantedSounds } from './wanted'

const live: LinkState = {
  phase: 'live',
  since: 0,
  hub: 'hub',
  you: officer,
  storage: { ok: true, text: '', since: 0 },
}
const gone: LinkState = { phase: 'lost', since: 70, hub: 'hub', said: null }
const start = sites(site('site-1'), site('site-2'))
const facts = (past: Parameters<typeof roomOf>, more: Partial<SoundFacts> = {}): SoundFacts => ({
  ...{ room: roomOf(start, ...past), link: live, now: 10_000, duressSilent: false },
  ...{ lossHeard: null, ...more },
})
const voicesOf = (past: Parameters<typeof roomOf>, more: Partial<SoundFacts> = {}) =>
  wantedSounds(facts(past, more)).map(({ voice }) => voice)

describe('the voice of an alarm', () => {
  it.each([
    ['hold-up', 1, 'hold-up'],
    ['panic', 1, 'hold-up'],
    ['duress', 1, 'hold-up'],
    ['hold-up', 2, 'hold-up'],
    ['fire', 1, 'fire'],
    ['gas', 1, 'fire'],
    ['fire', 2, 'priority-2'],
    ['medical', 1, 'priority-1'],
    ['burglary', 2, 'priority-2'],
    ['tamper', 3, 'priority-3'],
  ] as const)('of %s at priority %i is %s', (kind, priority, voice) =>
    expect(voicesOf([raised('a1', 'site-1', { kind, priority })])).toEqual([voice]),
  )
  it('is none at priority 4, and none in a quiet room', () => {
    expect(voicesOf([])).toEqual([])
    expect(voicesOf([raised('a1', 'site-1', { kind: 'test', priority: 4 })])).toEqual([])
  })
  it('of an unknown account is that of life in danger, until somebody has taken it', () => {
    expect(voicesOf([held('9999')])).toEqual(['priority-1'])
    expect(voicesOf([held('9999', { kind: 'hold-up', code: '122' })])).toEqual(['hold-up'])
  })
})

describe('of several alarms', () => {
  const two = [
    raised('a1', 'site-1', { kind: 'burglary', priority: 2 }),
    raised('a2', 'site-2', { kind: 'hold-up', priority: 1 }),
  ]
  it('the gravest comes first, whichever came first', () => {
    expect(voicesOf(two)).toEqual(['hold-up', 'priority-2'])
    expect(voicesOf([...two].reverse())).toEqual(['hold-up', 'priority-2'])
  })
  it('what an officer has taken is silent', () =>
    expect(voicesOf([...two, acknowledged('a2', 'i1'), opened('i1', 'a2')])).toEqual([
      'priority-2',
    ]))
  it('the newest gives the mark, so that it is heard as news', () => {
    const first = wantedSounds(facts([raised('a1', 'site-1')]))
    const both = wantedSounds(facts([raised('a1', 'site-1'), raised('a2', 'site-2')]))
    expect(both[0]?.mark).toBeGreaterThan(first[0]?.mark ?? 0)
  })
  it('what a rule keeps in the ledger is silent', () =>
    expect(voicesOf([raised('a1', 'site-1', { foldId: 'f1' })])).toEqual([]))
})

describe('a flood', () => {
  const many = (kind: 'burglary' | 'tamper', priority: 2 | 3): Past[] =>
    Array.from({ length: 12 }, (_, index) => ({
      event: raised(`${kind}-${index}`, `site-${index}`, { kind, priority }),
      at: 5_000 + index,
    }))
  const places = sites(...Array.from({ length: 12 }, (_, index) => site(`site-${index}`)))
  it('lets priorities 2 and 3 sound as one, with a mark that no news changes', () =>
    expect(wantedSounds(facts([places, ...many('burglary', 2), ...many('tamper', 3)]))).toEqual([
      { voice: 'flood', mark: 0 },
    ]))
  it('holds back nothing of the first priority', () =>
    expect(
      voicesOf([
        places,
        ...many('burglary', 2),
        raised('h', 'site-1', { kind: 'hold-up', priority: 1 }),
      ]),
    ).toEqual(['hold-up', 'flood']))
})

describe('duress at a desk that is set silent', () => {
  const duress = raised('a1', 'site-1', { kind: 'duress', priority: 1 })
  const holdUp = raised('a2', 'site-2', { kind: 'hold-up', priority: 1 })
  it('makes no sound', () => expect(voicesOf([duress], { duressSilent: true })).toEqual([]))
  it('leaves hold-ups and all else as they are', () =>
    expect(voicesOf([duress, holdUp], { duressSilent: true })).toEqual(['hold-up']))
})

describe('the loss of the hub', () => {
  const burglary = raised('a1', 'site-1')
  const holdUp = raised('a2', 'site-2', { kind: 'hold-up', priority: 1 })
  it('is heard before priority 2 and after the first', () =>
    expect(voicesOf([burglary, holdUp], { link: { ...gone, you: officer } })).toEqual([
      'hold-up',
      'no-hub',
      'priority-2',
    ]))
  it('is silent once somebody said that it was heard, and sounds at the next loss', () => {
    expect(voicesOf([], { link: gone, lossHeard: 70 })).toEqual([])
    expect(voicesOf([], { link: { ...gone, since: 90 }, lossHeard: 70 })).toEqual(['no-hub'])
  })
  it('is also that the hub cannot write, or that this desk cannot work with it', () => {
    const full = { ...live, storage: { ok: false, text: 'disk full', since: 44 } }
    expect(wantedSounds(facts([], { link: full }))).toEqual([{ voice: 'no-hub', mark: 44 }])
    expect(voicesOf([], { link: { phase: 'failed', since: 5, said: null } })).toEqual(['no-hub'])
  })
  it('is no sound where nobody has signed in', () =>
    expect(voicesOf([], { link: { ...gone, atSignIn: true } })).toEqual([]))
})

describe('a desk at which nobody can take an alarm', () => {
  const holdUp = raised('a1', 'site-1', { kind: 'hold-up', priority: 1 })
  it('does not sound alarms: nobody there could end them', () => {
    const asked: LinkState = { phase: 'signed-out', since: 0, hub: 'hub', said: null }
    expect(voicesOf([holdUp], { link: asked })).toEqual([])
    expect(voicesOf([holdUp], { link: { ...live, you: trainer } })).toEqual([])
    expect(voicesOf([holdUp], { link: { ...gone, readOnly: true } })).toEqual(['no-hub'])
  })
})

describe('a crew that is late', () => {
  const late = [
    teams(team('q1')),
    raised('a1', 'site-1'),
    acknowledged('a1', 'i1'),
    opened('i1', 'a1'),
    dispatched('as1', 'i1', 'q1'),
  ]
  const signedIn = (id: string) => ({
    event: { type: 'officer-signed-in' as const, data: { sessionId: `s-${id}`, from: 'desk' } },
    by: { ...officer, id },
    at: 500,
  })
  const later = 10 * 60_000
  it('is heard by the officer of the incident once its report is overdue', () => {
    expect(voicesOf(late, { now: 10_000 })).toEqual([])
    expect(voicesOf(late, { now: later })).toEqual(['overdue'])
  })
  it('is left to that officer by the other desks, unless the officer has left', () => {
    const other = { ...live, you: officer2 }
    expect(voicesOf([signedIn(officer.id), ...late], { now: later, link: other })).toEqual([])
    expect(voicesOf([signedIn(officer2.id), ...late], { now: later, link: other })).toEqual([
      'overdue',
    ])
  })
})

describe('The voice of escalation', () => {
  const told = (level: 'second-officer' | 'supervisor', ...ids: string[]): RoomEvent => ({
    type: 'escalated',
    data: {
      waits: 'unowned',
      alarmId: 'a1',
      level,
      since: 2_000,
      to: ids.map((id) => ({ id, name: id })),
    },
  })
  const alarm = raised('a1', 'site-1', { priority: 4, kind: 'test' })
  const heard = (past: Parameters<typeof roomOf>, you = officer) =>
    voicesOf(past, { link: { ...live, you } }).includes('escalation')

  it('is heard by whoever was told, and by nobody else while somebody was there', () => {
    const past = [alarm, told('second-officer', officer2.id)]
    expect(heard(past, officer2)).toBe(true)
    expect(heard(past, officer)).toBe(false)
  })
  it('is heard at every desk when nobody was there to be told', () => {
    expect(heard([alarm, told('supervisor')], officer)).toBe(true)
  })
  it('is heard by a supervisor who signed in later', () => {
    expect(heard([alarm, told('supervisor', 'another')], supervisor)).toBe(true)
  })
  it('ends when somebody takes the alarm', () => {
    expect(heard([alarm, told('supervisor'), acknowledged('a1', 'i1')])).toBe(false)
  })
  it('gives away no duress at a desk where duress is silent', () => {
    const duress = [raised('a1', 'site-1', { kind: 'duress', priority: 1 }), told('supervisor')]
    expect(voicesOf(duress, { duressSilent: true })).toEqual([])
  })
  it('calls the others when a second officer is called, until one has come', () => {
    const called: Past = {
      event: { type: 'second-officer-called', data: { rate: 12, officers: 1 } },
      by: officer2,
    }
    expect(heard([called], officer)).toBe(true)
    expect(heard([called], officer2)).toBe(false)
    const taken = { event: acknowledged('a1', 'i1'), by: officer }
    expect(heard([alarm, called, taken], officer)).toBe(false)
  })
})
