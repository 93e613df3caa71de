import { describe, expect, it } from 'vitest'
import { emptyRoom } from '../../shared/room/empty-room'
import { raised, site, sites } from '../../shared/testing/builders'
import { entriesOf, roomOf } from '../../shared/testing/given'
import { createManualClock } from '../../shared/timeline/manual-clock'
import { createConsoleStore } from '../console/console-store'
import { attachedTo, createFakeBridge, deskRoomOf } from '../testing/fake-bridge'
import { createManualFrames } from '../testing/manual-frames'
import { playbackOf } from './playback'
import { startReplayFeed } from './replay-feed'

const start = 1_000_000
const span = { from: start, to: start + 60_000 }
const atStart = roomOf({ event: sites(site('site-1')), at: start - 1_000 })
const entries = entriesOf([raised('a1')], start + 500).map((entry) => ({ ...entry, seq: 2 }))

/** Lets promises that wait for each other settle. */
const settle = async () => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
}

function open() {
  const bridge = createFakeBridge()
  const clock = createManualClock(9_000_000)
  const frames = createManualFrames()
  const store = createConsoleStore({ unit: 'unit-1', mode: 'replay', now: clock.now() })
  bridge.answer('attach', () => attachedTo(emptyRoom, { language: 'ru' }))
  bridge.answer('replay-frame', ({ at }) => ({
    at,
    room: deskRoomOf(atStart),
    positions: [],
  }))
  bridge.answer('replay-page', ({ afterSeq, until }) => ({
    entries: entries.filter(({ seq, at }) => seq > afterSeq && at <= until),
    positions: [],
    more: false,
  }))
  const ports = startReplayFeed({ store, bridge, newId: () => 'id', clock, frames }, span)
  const paint = async () => {
    await settle()
    frames.draw()
    frames.elapse()
    await settle()
  }
  if (!ports.timeline) throw new Error('a replay has a timeline')
  return { bridge, clock, store, ports, timeline: ports.timeline, paint }
}

describe('the feed of a replay', () => {
  it('shows the room as it was when the span begins', async () => {
    const { store, paint } = open()
    await paint()
    expect(store.getState().room.sites.size).toBe(1)
    expect(store.getState().room.alarms.size).toBe(0)
  })

  it('takes the language of the officer, and no room, from the live console', async () => {
    const { store, paint } = open()
    await paint()
    expect(store.getState().language).toBe('ru')
    expect(store.getState().room.unit).toBeNull()
  })

  it('has the sites sent once for as long as they are the same', async () => {
    const { bridge, store, timeline, paint } = open()
    await paint()
    const asked = () => bridge.asked.filter(({ name }) => name === 'register-columns').length
    const sought = timeline.seek(start + 1_000)
    await paint()
    await sought
    expect(asked()).toBe(1)
    expect(store.getState().room.sites.size).toBe(1)
    bridge.answer('replay-frame', ({ at }) => ({
      at,
      room: deskRoomOf(emptyRoom),
      positions: [],
    }))
    const again = timeline.seek(start)
    await paint()
    await again
    expect(store.getState().room.sites.size).toBe(0)
    expect(asked()).toBe(2)
  })

  it('plays what happened, at the speed asked for', async () => {
    const { clock, store, timeline, paint } = open()
    await paint()
    timeline.setSpeed(8)
    timeline.play()
    clock.advance(100)
    await paint()
    expect(playbackOf(timeline).at).toBe(start + 800)
    expect(store.getState().room.alarms.has('a1')).toBe(true)
  })

  it('keeps the objects of sites that have not changed across a seek, so that the map draws none of them again', async () => {
    const { store, timeline, paint } = open()
    await paint()
    const before = store.getState().room.sites.get('site-1')
    const sought = timeline.seek(start + 30_000)
    await paint()
    await sought
    expect(store.getState().room.sites.get('site-1')).toBe(before)
  })

  it('gives the screen a clock that stands at the moment shown, and stands still while paused', async () => {
    const { clock, store, ports, timeline, paint } = open()
    await paint()
    const shown = () => ports.now() + store.getState().clockOffset
    expect(shown()).toBe(start)
    timeline.play()
    clock.advance(100)
    await paint()
    expect(shown()).toBe(start + 100)
    timeline.pause()
    clock.advance(5_000)
    expect(shown()).toBe(start + 100)
  })

  it('says so and stops when the recording cannot be read any more', async () => {
    const { bridge, clock, store, timeline, paint } = open()
    await paint()
    bridge.answer('replay-page', () => {
      throw new Error('disk gone')
    })
    timeline.play()
    clock.advance(100)
    await paint()
    expect(store.getState().link).toMatchObject({
      phase: 'failed',
      said: { text: expect.stringContaining('disk gone') },
    })
    expect(playbackOf(timeline).playing).toBe(false)
  })
})
