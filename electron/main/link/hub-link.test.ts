import { describe, expect, it } from 'vitest'
import { textPartsOf } from '../../../node/room-texts'
import type { LinkState } from '../../../shared/ipc/contract'
import type { AnyEntry } from '../../../shared/journal/entry'
import { systemSays } from '../../../shared/lang/said-error'
import { emptyRoom } from '../../../shared/room/empty-room'
import { officer, raised, site, sites } from '../../../shared/testing/builders'
import { entriesOf, roomOf } from '../../../shared/testing/given'
import { createManualClock } from '../../../shared/timeline/manual-clock'
import type { ConsoleHandshake, Welcome } from '../../../shared/wire/console-feed'
import { type Log, silentLog } from '../log'
import { createHubLink } from './hub-link'
import type { HubSocketEvents } from './hub-socket-port'
import { createRoomHolder } from './room-holder'

const founded = {
  type: 'unit-founded',
  data: { unitId: 'unit-1', name: 'Unit One', demo: true },
} as const
const past = [
  founded,
  sites(site('site-1')),
  raised('a1'),
  raised('a2', 'site-1', { kind: 'fire' }),
] as const
const hashOf = (seq: number) => String(seq).repeat(64)
const entries = entriesOf([...past]).map((entry) => ({ ...entry, hash: hashOf(entry.seq) }))
const storage = { ok: true, text: '', since: 0 }
const welcomeAt = (seq: number, change: Partial<Welcome> = {}): Welcome => ({
  unit: { id: 'unit-1', name: 'Unit One', demo: true },
  you: officer,
  head: { seq, hash: hashOf(seq) },
  hubTime: 5_000,
  storage,
  ...change,
})

function linked(log: Log = silentLog, onState = () => {}) {
  const clock = createManualClock(1_000)
  const holder = createRoomHolder()
  const states: LinkState[] = []
  const told = { entries: [] as number[], resets: 0, refused: [] as string[], offset: 0 }
  const hub = {
    events: undefined as HubSocketEvents | undefined,
    handshake: (): ConsoleHandshake | null => null,
    reconnects: 0,
    connected: false,
    closed: false,
  }
  const link = createHubLink({
    clock,
    log,
    holder,
    connect(_url, handshake, events) {
      hub.events = events
      hub.handshake = handshake
      hub.closed = false
      return {
        command: async () => ({ result: 'ok', seq: 1, notice: null }),
        history: async () => [],
        records: async () => ({ rows: [], next: null, seq: 0, behind: 0 }),
        connected: () => hub.connected,
        reconnect: () => {
          hub.reconnects += 1
          hub.connected = false
        },
        close: () => {
          hub.closed = true
        },
      }
    },
    listeners: {
      state: (state) => {
        states.push(state)
        onState()
      },
      entries: (batch) => told.entries.push(...batch.map(({ seq }) => seq)),
      reset: () => {
        told.resets += 1
      },
      positions: () => {},
      hubSeq: () => {},
      clock: (offset) => {
        told.offset = offset
      },
      tokenRefused: ({ text }) => told.refused.push(text),
    },
  })
  link.attach({ url: 'http://hub', token: 'token-of-a-session' })
  const phases = () => states.map(({ phase }) => phase)
  const snapshot = (seq: number) =>
    hub.events?.snapshot({
      seq,
      hash: hashOf(seq),
      room: textPartsOf(roomOf(...past.slice(0, seq))),
    })
  const up = () => {
    hub.connected = true
    hub.events?.up()
  }
  const goLive = () => {
    up()
    hub.events?.welcome(welcomeAt(3))
    snapshot(3)
  }
  return { clock, holder, link, hub, told, states, phases, snapshot, up, goLive }
}

describe('the link to the hub', () => {
  it('is live once the room is as far as the hub said, and not before', () => {
    const { hub, link, snapshot, told } = linked()
    hub.events?.welcome(welcomeAt(3))
    expect(link.state().phase).toBe('starting')
    snapshot(2)
    expect(link.state().phase).toBe('starting')
    hub.events?.entries(entries.slice(2, 3))
    expect(link.state()).toMatchObject({ phase: 'live', hub: 'http://hub', you: officer })
    expect(told).toMatchObject({ resets: 1, entries: [3], offset: 4_000 })
  })
  it('says what it has when it comes back, and goes on by the tail', () => {
    const { hub, goLive, link, told } = linked()
    const { version: empty } = textPartsOf(emptyRoom)
    expect(hub.handshake()).toEqual({ token: 'token-of-a-session', have: null, register: empty })
    goLive()
    expect(hub.handshake()?.register).toBe(textPartsOf(roomOf(...past.slice(0, 3))).version)
    hub.events?.down(systemSays('transport close'))
    expect(link.state()).toMatchObject({
      phase: 'lost',
      said: { text: expect.stringContaining('cut') },
    })
    expect(hub.handshake()?.have).toEqual({ unit: 'unit-1', seq: 3, hash: hashOf(3) })
    hub.events?.welcome(welcomeAt(4))
    hub.events?.entries(entries.slice(2))
    expect(link.state().phase).toBe('live')
    expect(told).toMatchObject({ resets: 1, entries: [4] })
  })
  it('is lost within three seconds of silence, in words and with since when, and tries anew', () => {
    const { clock, hub, goLive, link, phases } = linked()
    goLive()
    const lastWord = clock.now()
    clock.advance(3_000)
    expect(link.state()).toMatchObject({
      phase: 'lost',
      since: lastWord,
      said: { text: expect.stringContaining('silent since') },
    })
    expect(hub.reconnects).toBe(1)
    for (let attempt = 0; attempt < 10; attempt++) {
      clock.advance(3_000)
      hub.events?.down(systemSays('timeout'))
    }
    expect(phases().filter((phase) => phase === 'lost')).toHaveLength(1)
  })
  it('never breaks off its own try to connect, however slow the line', () => {
    const { clock, hub, goLive, link, up, snapshot } = linked()
    clock.advance(8_000)
    expect(link.state()).toMatchObject({
      phase: 'lost',
      said: { text: expect.stringContaining('does not answer') },
    })
    goLive()
    clock.advance(3_000)
    expect(hub.reconnects).toBe(1)
    // The line carries again after ten seconds, and the welcome comes a while after the connection.
    clock.advance(10_000)
    up()
    clock.advance(2_000)
    hub.events?.welcome(welcomeAt(3))
    snapshot(3)
    expect(link.state().phase).toBe('live')
    expect(hub.reconnects).toBe(1)
  })
  it('gives up a try that never ends: the machine at the other side may have vanished in the middle of it', () => {
    const { clock, hub, goLive } = linked()
    goLive()
    clock.advance(26_000)
    expect(hub.reconnects).toBe(2)
  })
  it('says that nothing is kept before anybody has signed in, and no more once somebody has', () => {
    const { hub, goLive, link } = linked()
    hub.events?.down(systemSays('connection refused'))
    expect(link.state()).toMatchObject({ phase: 'lost', readOnly: true })
    goLive()
    hub.events?.down(systemSays('transport close'))
    expect(link.state()).not.toHaveProperty('readOnly')
    link.detach({ phase: 'signed-out', since: 0, hub: 'http://hub', said: null })
    link.detach({ phase: 'lost', since: 0, hub: 'http://hub', said: null })
    expect(link.state()).toMatchObject({ phase: 'lost', readOnly: true })
  })
  it('goes on with a new session as if nothing had been, and says so to whoever waits to send', () => {
    const { clock, hub, goLive, link, phases, states, told, up } = linked()
    goLive()
    hub.events?.refused({ code: 'session-ended', message: 'This session has ended' })
    clock.advance(200)
    link.attach({ url: 'http://hub', token: 'token-of-the-next' })
    expect(hub.handshake()).toMatchObject({ token: 'token-of-the-next', have: { seq: 3 } })
    up()
    hub.events?.welcome(welcomeAt(3))
    expect(told.resets).toBe(1)
    expect(phases()).toEqual(['live', 'live'])
    expect(states[1]).toMatchObject({ since: states[0]?.since })
  })
  it('does not look live while a new session fails to come', () => {
    const { clock, hub, goLive, link } = linked()
    goLive()
    hub.events?.refused({ code: 'session-ended', message: 'This session has ended' })
    clock.advance(3_000)
    expect(link.state().phase).toBe('lost')
  })
  it('has told the officer before it writes to its log', () => {
    const order: string[] = []
    const { goLive } = linked({ ...silentLog, info: () => order.push('log') }, () =>
      order.push('officer'),
    )
    goLive()
    expect(order).toEqual(['officer', 'log'])
  })
  it('stays live on beats alone, and passes on what they say of the storage', () => {
    const { clock, hub, goLive, link, states } = linked()
    goLive()
    const before = states.length
    for (let beat = 0; beat < 20; beat++) {
      clock.advance(1_000)
      hub.events?.beat({ at: clock.now() + 4_000, seq: 3, storage })
    }
    expect(states).toHaveLength(before)
    hub.events?.beat({
      at: clock.now(),
      seq: 3,
      storage: { ok: false, text: 'The disk is full', since: 9 },
    })
    expect(link.state()).toMatchObject({
      phase: 'live',
      storage: { ok: false, text: 'The disk is full' },
    })
  })
  it('does not show a room with a gap: it asks again with what it has', () => {
    const { hub, goLive, told, holder, link } = linked()
    goLive()
    hub.events?.entries(entriesOf([...past, raised('a3'), raised('a4')]).slice(4))
    expect(hub.reconnects).toBe(1)
    expect(told.entries).toEqual([])
    expect(holder.have()?.seq).toBe(3)
    hub.events?.welcome(welcomeAt(4))
    hub.events?.entries(entries)
    expect(told.entries).toEqual([4])
    expect(link.state().phase).toBe('live')
  })
  it('lets a slow line take its time over the first room', () => {
    const { clock, hub, link, snapshot } = linked()
    hub.events?.welcome(welcomeAt(3))
    clock.advance(20_000)
    expect(hub.reconnects).toBe(0)
    snapshot(3)
    expect(link.state().phase).toBe('live')
  })
  it('never mixes two units', () => {
    const { hub, goLive, link } = linked()
    goLive()
    hub.events?.down(systemSays('transport close'))
    hub.events?.welcome(welcomeAt(9, { unit: { id: 'unit-2', name: 'Unit Two', demo: false } }))
    expect(link.state()).toMatchObject({
      phase: 'failed',
      said: { text: expect.stringContaining('Unit Two') },
    })
    expect(hub.closed).toBe(true)
  })
  it.each([
    ['journal-differs', 'verify'],
    ['bad-handshake', 'the hub says why'],
  ])('cannot work on %s, and says so', (code, words) => {
    const { hub, link } = linked()
    hub.events?.refused({ code, message: 'the hub says why' })
    expect(link.state()).toMatchObject({
      phase: 'failed',
      said: { text: expect.stringContaining(words) },
    })
  })
  it('cannot work when the same entry has two hashes', () => {
    const { hub, goLive, link } = linked()
    goLive()
    hub.events?.welcome(welcomeAt(3, { head: { seq: 3, hash: 'f'.repeat(64) } }))
    expect(link.state().phase).toBe('failed')
  })
  it('hands a session that ended back to whoever signs in', () => {
    const { hub, told } = linked()
    hub.events?.refused({ code: 'session-ended', message: 'This session has ended' })
    expect(told.refused).toEqual(['This session has ended'])
    expect(hub.closed).toBe(true)
  })
  it('waits for its turn when the hub is full', () => {
    const { hub, link } = linked()
    hub.events?.refused({ code: 'too-many', message: '100 consoles are connected already' })
    expect(link.state()).toMatchObject({
      phase: 'lost',
      said: { text: expect.stringContaining('100 consoles are connected already') },
    })
    expect(hub.closed).toBe(false)
  })
  it('stops before an entry that only a newer version knows', () => {
    const { hub, goLive, link } = linked()
    goLive()
    const next: AnyEntry = {
      ...{ seq: 4, at: 9, by: officer, cause: null },
      ...{ v: 1, type: 'future-thing', data: {}, hash: hashOf(4) },
    }
    hub.events?.entries([next])
    expect(link.state()).toMatchObject({
      phase: 'failed',
      said: { text: expect.stringContaining('Upgrade') },
    })
  })
  it('holds nothing before the first word', () => expect(linked().holder.room()).toBe(emptyRoom))
})
