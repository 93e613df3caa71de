import { describe, expect, it } from 'vitest'
import { textPartsOf } from '../../node/room-texts'
import type { LinkState, Pushes, PushName, SettledCommand } from '../../shared/ipc/contract'
import { systemSays } from '../../shared/lang/said-error'
import { usualSettings } from '../../shared/settings/preferences'
import { usualSound } from '../../shared/sound/desk-sound'
import { noSoundYet } from '../../shared/sound/sound-state'
import { acknowledge, officer, raised, site, sites } from '../../shared/testing/builders'
import { roomOf } from '../../shared/testing/given'
import { createManualClock } from '../../shared/timeline/manual-clock'
import { createConsoleCore } from './console-core'
import type { HubSocketEvents } from './link/hub-socket-port'
import { me, note, ok, turn } from './link/outbox-contract'
import { createMemoryOutboxStore, type KnownUnits, type OutboxStore } from './link/outbox-store'
import { silentLog } from './log'
import { noBeacon } from './peripherals/beacon'

const founded = {
  type: 'unit-founded',
  data: { unitId: me.unit, name: 'Unit One', demo: true },
} as const
const hash = 'a'.repeat(64)
const room = textPartsOf(
  roomOf(founded, sites(site('site-1')), raised('a1', 'site-1', { priority: 1 })),
)
const forgetful: KnownUnits = { unitOf: () => null, remember: () => {} }

interface Given {
  readonly units?: KnownUnits
  readonly outbox?: OutboxStore
  readonly hears?: boolean
}

function openCore({
  units = forgetful,
  outbox = createMemoryOutboxStore(),
  hears = true,
}: Given = {}) {
  const clock = createManualClock(1_000)
  const seen = { links: [] as LinkState[], settled: [] as SettledCommand[] }
  const window = { hears }
  const beacon: boolean[] = []
  const hub = { events: undefined as HubSocketEvents | undefined, answers: true }
  const push = <Name extends PushName>(name: Name, value: Pushes[Name]): boolean => {
    if (!window.hears) return false
    if (name === 'link') seen.links.push(value as LinkState)
    if (name === 'settled') seen.settled.push(value as SettledCommand)
    return true
  }
  const core = createConsoleCore({
    clock,
    log: silentLog,
    connect: (_url, _handshake, events) => {
      hub.events = events
      return {
        connected: () => true,
        command: async () => (hub.answers ? ok(4) : Promise.reject(new Error('cut'))),
        history: async () => [],
        records: async () => ({ rows: [], next: null, seq: 0, behind: 0 }),
        reconnect: () => {},
        close: () => {},
      }
    },
    // A journal process that never says a word: the console works without.
    startJournal: () => ({
      onMessage: () => {},
      onExit: () => {},
      post: () => {},
      end: () => {},
      kill: () => {},
    }),
    store: { outbox, units, close: () => {} },
    hubName: 'the hub of this test',
    beacon: { ...noBeacon, want: (on) => void beacon.push(on) },
    push,
    onLink: () => {},
    onAlarms: () => {},
    onShown: () => {},
    soundState: () => ({ ...noSoundYet, desk: usualSound }),
    onTokenRefused: () => {},
  })
  const goLive = async () => {
    core.connect({ url: 'http://hub', token: 'token' })
    clock.advance(3_000)
    await turn()
    hub.events?.up()
    hub.events?.welcome({
      unit: { id: me.unit, name: 'Unit One', demo: true },
      you: officer,
      head: { seq: 3, hash },
      hubTime: 5_000,
      storage: { ok: true, text: '', since: 0 },
    })
    hub.events?.snapshot({ seq: 3, hash, room })
  }
  return { core, clock, hub, seen, window, beacon, goLive }
}

describe('a console', () => {
  it('can act although its own disk is full', async () => {
    const full = () => {
      throw new Error('database or disk is full')
    }
    const { core, goLive, seen } = openCore({ units: { unitOf: full, remember: full } })
    await goLive()
    expect(seen.links.at(-1)?.phase).toBe('live')
    expect(await core.command(note('c1'))).toEqual(ok(4))
  })
  it('keeps what became of a command until a window is there to hear it, also when one died in between', async () => {
    const { core, clock, hub, goLive, seen, window } = openCore()
    core.attached({ language: 'en', settings: usualSettings })
    await goLive()
    hub.events?.down(systemSays('transport close'))
    expect(await core.command(note('c1'))).toEqual({ result: 'pending' })
    window.hears = false
    await goLive()
    await turn()
    expect(seen.settled).toEqual([])
    window.hears = true
    core.attached({ language: 'en', settings: usualSettings })
    clock.advance(1)
    expect(seen.settled).toMatchObject([{ commandId: 'c1', reply: ok(4) }])
    core.attached({ language: 'en', settings: usualSettings })
    clock.advance(1)
    expect(seen.settled).toHaveLength(1)
  })
  it('lets the beacon rest for an alarm acknowledged at this desk while the hub is away, until that is taken back', async () => {
    const { core, hub, goLive, beacon } = openCore()
    await goLive()
    expect(beacon.at(-1)).toBe(true)
    hub.events?.down(systemSays('transport close'))
    const taken = { ...note('c1'), command: acknowledge('a1') }
    expect(await core.command(taken)).toEqual({ result: 'pending' })
    expect(beacon.at(-1)).toBe(false)
    expect(core.room().alarms.get('a1')?.phase).toBe('raised')
    core.withdraw('c1')
    expect(beacon.at(-1)).toBe(true)
  })
  it('says of a command of an earlier run that it is no longer understood', () => {
    const gone = { commandId: 'c0', type: 'old-thing', issuedAt: 4 }
    const { core, clock, seen, window } = openCore({
      outbox: { ...createMemoryOutboxStore(), unreadable: () => [gone] },
      hears: false,
    })
    window.hears = true
    core.attached({ language: 'en', settings: usualSettings })
    clock.advance(1)
    expect(seen.settled).toMatchObject([
      { commandId: 'c0', reply: { refusal: { code: 'not-understood' } } },
    ])
  })
})
