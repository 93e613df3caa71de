import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { Registry } from 'prom-client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../node/sqlite'
import type { Position } from '../../shared/teams/position'
import { createManualClock } from '../../shared/timeline/manual-clock'
import { openTrackStore } from './track-store'
import { createTracks } from './tracks'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'navbatchi-tracks-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const fixAt = (at: number, teamId = 'q-01'): Position => ({
  teamId,
  lon: 65.8,
  lat: 38.86,
  at,
  speed: null,
  heading: 90,
})

function tracksIn(file: string) {
  const clock = createManualClock(100_000)
  const registry = new Registry()
  const tracks = createTracks({ file, clock, registry, log: pino({ level: 'silent' }) })
  const dropped = async () =>
    (await registry.getSingleMetric('navbatchi_tracks_dropped_total')?.get())?.values[0]?.value
  return { clock, tracks, dropped }
}

const storedIn = (file: string): Position[] => {
  const database = openDatabase(file, { readOnly: true })
  const rows = database
    .prepare('SELECT team AS teamId, lon, lat, at, speed, heading FROM fixes ORDER BY at, team')
    .all()
  database.close()
  return rows.map((row) => ({ ...(row as Position) }))
}

describe('tracks', () => {
  it('know the newest fix of each team at once and tell listeners', () => {
    const { tracks } = tracksIn(join(folder, 'tracks.db'))
    const heard: Position[] = []
    tracks.onFix((fix) => heard.push(fix))
    const sent = [fixAt(1), fixAt(2), fixAt(1, 'q-02')]
    expect(sent.map((fix) => tracks.accept(fix))).toEqual([null, null, null])
    expect(tracks.accept(fixAt(2))).toBe('not-newer')
    expect(tracks.newest()).toEqual([fixAt(2), fixAt(1, 'q-02')])
    expect(heard).toEqual(sent)
    tracks.close()
  })
  it('are on disk two seconds later, every fix in order of time', () => {
    const file = join(folder, 'tracks.db')
    const { tracks, clock } = tracksIn(file)
    for (const fix of [fixAt(1), fixAt(2), fixAt(1, 'q-02')]) tracks.accept(fix)
    clock.advance(2_000)
    expect(storedIn(file)).toEqual([fixAt(1), fixAt(1, 'q-02'), fixAt(2)])
    tracks.close()
  })
  it('know after a restart where the cars were', () => {
    const file = join(folder, 'tracks.db')
    const before = tracksIn(file).tracks
    before.accept(fixAt(1))
    before.accept(fixAt(2))
    before.close()
    const { tracks } = tracksIn(file)
    expect(tracks.newest()).toEqual([fixAt(2)])
    tracks.close()
  })
  it('go on without a store, drop the oldest beyond the buffer, and count them', async () => {
    const { tracks, clock, dropped } = tracksIn(join(folder, 'no-such-folder', 'tracks.db'))
    for (let at = 1; at <= 20_050; at += 1) tracks.accept(fixAt(at))
    clock.advance(2_000)
    expect(tracks.newest()).toEqual([fixAt(20_050)])
    expect(await dropped()).toBe(50)
    tracks.close()
    expect(await dropped()).toBe(20_050)
  })
})

describe('the track store', () => {
  const hour = 3_600_000

  it('lets go of fixes that are too old, the newest of each team excepted', () => {
    const file = join(folder, 'tracks.db')
    const store = openTrackStore(file, { keptFor: 24 * hour, maxBytes: 1e9 })
    store.append([fixAt(1), fixAt(hour), fixAt(2 * hour, 'q-02')])
    store.append([fixAt(25 * hour + 1)])
    expect(storedIn(file).map((fix) => fix.at)).toEqual([2 * hour, 25 * hour + 1])
    expect(store.newest().map((fix) => fix.at)).toEqual([25 * hour + 1, 2 * hour])
    store.close()
  })

  it('stays within its size, losing the oldest a few at a time', () => {
    const file = join(folder, 'tracks.db')
    const store = openTrackStore(file, { keptFor: 1e12, maxBytes: 200_000 })
    for (let batch = 0; batch < 40; batch += 1)
      store.append(Array.from({ length: 1_000 }, (_, index) => fixAt(1 + batch * 1_000 + index)))
    const stored = storedIn(file)
    store.close()
    expect(statSync(file).size).toBeLessThan(300_000)
    expect(stored.length).toBeGreaterThan(1_000)
    expect(stored.at(-1)?.at).toBe(40_000)
    expect(stored.map((fix) => fix.at)).toEqual(
      stored.map((_, index) => 40_001 - stored.length + index),
    )
  })
})
