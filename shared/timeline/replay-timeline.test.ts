import { describe, expect, it } from 'vitest'
import { emptyRoom } from '../room/empty-room'
import { evolveAll } from '../room/evolve'
import { roomToJson } from '../room/parts'
import type { WholeRoom } from '../room/room'
import { acknowledged, opened, raised, site, sites } from '../testing/builders'
import { entriesOf } from '../testing/given'
import { createManualClock } from './manual-clock'
import { createReplayTimeline, type ReplaySource } from './replay-timeline'
import type { Frame, PlaybackState } from './timeline'

// Entries at 1 s, 2 s, 3 s …
const entries = entriesOf([
  sites(site('site-1')),
  raised('a1'),
  acknowledged('a1', 'i1'),
  opened('i1', 'a1'),
  raised('a2', 'site-1', { kind: 'fire' }),
])
const source: ReplaySource = {
  frameAt: async (at) => ({
    room: evolveAll(
      emptyRoom,
      entries.filter((entry) => entry.at <= at),
    ),
    positions: [],
  }),
  page: async (afterSeq, _afterAt, until) => ({
    entries: entries.filter((entry) => entry.seq > afterSeq && entry.at <= until),
    positions: [],
    more: false,
  }),
}

/** Lets every promise that is ready run on. */
const settle = async () => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}

async function replay(from: ReplaySource = source) {
  const clock = createManualClock()
  const timeline = createReplayTimeline(from, clock, { from: 1_000, to: 5_000 })
  const shown: Frame[] = []
  let state: PlaybackState | undefined
  timeline.onFrame(async (frame) => void shown.push(frame))
  timeline.onState((next) => {
    state = next
  })
  await timeline.seek(1_000)
  const run = async (ms: number) => {
    for (let passed = 0; passed < ms; passed += 100) {
      clock.advance(100)
      await settle()
    }
  }
  return { clock, timeline, shown, run, state: () => state, last: () => shown.at(-1) }
}

describe('a replay', () => {
  it('shows the room as it was at the instant sought', async () => {
    const { timeline, last } = await replay()
    await timeline.seek(3_500)
    expect(last()?.room.alarms.get('a1')?.phase).toBe('acknowledged')
    await timeline.seek(2_000)
    expect(last()?.room.alarms.get('a1')?.phase).toBe('raised')
  })
  it('moves by elapsed time × speed, not by entries', async () => {
    const { timeline, run, last } = await replay()
    timeline.play()
    await run(1_000)
    expect(last()?.at).toBe(2_000)
    timeline.setSpeed(2)
    await run(1_000)
    expect(last()?.at).toBe(4_000)
  })
  it('stands still while paused', async () => {
    const { timeline, run, last } = await replay()
    timeline.play()
    await run(500)
    timeline.pause()
    await run(5_000)
    expect(last()?.at).toBe(1_500)
  })
  it('comes to the same state by playing as by seeking', async () => {
    const { timeline, run, last } = await replay()
    timeline.play()
    await run(3_000)
    const shown = () => JSON.stringify(roomToJson((last()?.room ?? emptyRoom) as WholeRoom))
    const played = shown()
    await timeline.seek(4_000)
    expect(played).toBe(shown())
  })
  it('ends at the end of its span, and begins again when played there', async () => {
    const { timeline, run, last, state } = await replay()
    timeline.play()
    await run(6_000)
    expect(last()?.at).toBe(5_000)
    expect(state()?.playing).toBe(false)
    timeline.play()
    await settle()
    expect(last()?.at).toBe(1_000)
  })
  it('waits for the screen before it takes the next step', async () => {
    const { timeline, clock } = await replay()
    let begun = 0
    let finish = () => {}
    timeline.onFrame(() => {
      begun += 1
      return new Promise((resolve) => {
        finish = resolve
      })
    })
    timeline.play()
    clock.advance(100)
    await settle()
    clock.advance(1_000)
    await settle()
    expect(begun).toBe(1)
    finish()
    await settle()
    clock.advance(100)
    await settle()
    expect(begun).toBe(2)
  })
})

describe('pausing a replay', () => {
  it('finishes a seek that is under way when it is paused, and shows the instant it names', async () => {
    const { timeline, run, last, state } = await replay()
    timeline.play()
    const sought = timeline.seek(3_500)
    timeline.pause()
    expect(state()).toMatchObject({ at: 3_500, playing: false, seeking: true })
    await sought
    expect(state()).toMatchObject({ at: 3_500, playing: false, seeking: false })
    expect(last()?.at).toBe(3_500)
    expect(last()?.room.alarms.get('a1')?.phase).toBe('acknowledged')
    await run(1_000)
    expect(last()?.at).toBe(3_500)
  })
  it('finishes a step that is under way when it is paused, and goes on from there once', async () => {
    const { timeline, clock, run, last, shown } = await replay()
    timeline.play()
    clock.advance(100)
    timeline.pause()
    timeline.play()
    await settle()
    expect(last()?.at).toBe(1_100)
    const before = shown.length
    await run(100)
    expect([last()?.at, shown.length]).toEqual([1_200, before + 1])
    await run(900)
    expect(last()?.room.alarms.get('a1')?.signalCount).toBe(1)
  })
})

describe('a recording that cannot be read any more', () => {
  const broken = async () => {
    let gone = false
    const unlessGone = <Value>(value: Promise<Value>) =>
      gone ? Promise.reject(new Error('disk gone')) : value
    const opened = await replay({
      frameAt: (at) => unlessGone(source.frameAt(at)),
      page: (...asked) => unlessGone(source.page(...asked)),
    })
    const setGone = (is: boolean) => {
      gone = is
    }
    return { ...opened, setGone }
  }
  it('stops the playback at the frame shown last, from where it can go on', async () => {
    const { timeline, run, last, state, setGone } = await broken()
    timeline.play()
    await run(500)
    setGone(true)
    await run(500)
    expect([last()?.at, state()]).toEqual([
      1_500,
      { at: 1_500, playing: false, speed: 1, seeking: false },
    ])
    setGone(false)
    timeline.play()
    await run(500)
    expect(last()?.at).toBe(2_000)
  })
  it('refuses a seek, and the bar goes back to the frame shown', async () => {
    const { timeline, state, setGone } = await broken()
    setGone(true)
    await expect(timeline.seek(4_000)).rejects.toThrow('disk gone')
    expect(state()).toMatchObject({ at: 1_000, playing: false, seeking: false })
  })
})
