import { describe, expect, it } from 'vitest'
import { emptyRoom } from '../../shared/room/empty-room'
import { evolveAll } from '../../shared/room/evolve'
import { acknowledged, opened, raised, site, sites } from '../../shared/testing/builders'
import { entriesOf } from '../../shared/testing/given'
import type { ConsolePorts } from '../console/console-ports'
import { createConsoleStore } from '../console/console-store'
import { attachedTo, createFakeBridge, live } from '../testing/fake-bridge'
import { createManualFrames } from '../testing/manual-frames'
import { startLiveFeed } from './live-feed'

const entries = entriesOf([
  sites(site('site-1'), site('site-2')),
  raised('a1'),
  acknowledged('a1', 'i1'),
  opened('i1', 'a1'),
  raised('a2', 'site-2'),
])
const roomAt = (seq: number) => evolveAll(emptyRoom, entries.slice(0, seq))
const from = (seq: number, until: number) => entries.slice(seq - 1, until)

/** A feed attached to the room at `seq`. */
async function feedAt(seq: number, onFault?: (fault: unknown) => void) {
  const bridge = createFakeBridge(roomAt(seq))
  const frames = createManualFrames()
  const store = createConsoleStore({ unit: 'unit-1', mode: 'live', now: 0 }, onFault)
  const ports: ConsolePorts = { store, bridge, now: () => 5_000, newId: () => 'id' }
  const stop = startLiveFeed(ports, { frames, settled: (call) => call() })
  await settled()
  frames.draw()
  const attaches = () => bridge.asked.filter(({ name }) => name === 'attach').length
  return { bridge, frames, store, stop, attaches, seq: () => store.getState().room.seq }
}
const settled = () =>
  new Promise<void>((resolve) =>
    queueMicrotask(() => queueMicrotask(() => queueMicrotask(resolve))),
  )

describe('the live feed', () => {
  it('folds the first push at once and all that follow together with the next frame', async () => {
    const { bridge, frames, store, seq } = await feedAt(1)
    let changes = 0
    store.subscribe(() => {
      changes += 1
    })
    bridge.push('entries', from(2, 3))
    bridge.push('entries', from(4, 4))
    bridge.push('entries', from(5, 5))
    expect([seq(), changes]).toEqual([3, 1])
    frames.draw()
    expect([seq(), changes]).toEqual([5, 2])
  })

  it('passes over entries it has already', async () => {
    const { bridge, frames, seq, attaches } = await feedAt(3)
    bridge.push('entries', from(2, 5))
    frames.draw()
    expect([seq(), attaches()]).toEqual([5, 1])
  })

  it('attaches again when an entry is missing', async () => {
    const { bridge, frames, seq, attaches } = await feedAt(1)
    bridge.answer('attach', () => attachedTo(roomAt(5)))
    bridge.push('entries', from(4, 5))
    frames.draw()
    await settled()
    expect([seq(), attaches()]).toEqual([5, 2])
  })

  it('keeps what arrives while it attaches, and folds it after', async () => {
    const { bridge, frames, seq } = await feedAt(1)
    bridge.answer('attach', () => attachedTo(roomAt(3)))
    bridge.push('reset', null)
    bridge.push('entries', from(4, 5))
    await settled()
    frames.draw()
    expect(seq()).toBe(5)
  })

  it('asks again after a pause when the main process cannot answer yet', async () => {
    const { bridge, frames, attaches, seq } = await feedAt(1)
    bridge.answer('attach', () => {
      throw new Error('the journal is being opened')
    })
    bridge.push('reset', null)
    await settled()
    bridge.answer('attach', () => attachedTo(roomAt(2)))
    frames.elapse()
    await settled()
    expect([attaches(), seq()]).toEqual([3, 2])
  })

  it('stops and says so at an entry that only a newer version knows', async () => {
    const { bridge, frames, store } = await feedAt(1)
    bridge.push('entries', [{ ...from(2, 2)[0], type: 'moon-landed' } as never])
    frames.draw()
    expect(store.getState().link).toMatchObject({
      phase: 'failed',
      said: { text: expect.stringContaining('moon-landed') },
    })
  })

  it('asks for the room again by itself once it has stopped, ever more rarely, and goes on from there', async () => {
    const { bridge, frames, store, attaches, seq } = await feedAt(1)
    const unknown = { ...from(2, 2)[0], type: 'moon-landed' } as never
    for (const tries of [2, 3]) {
      bridge.push('entries', [unknown])
      frames.draw()
      expect(store.getState()).toMatchObject({ feedStopped: true, link: { phase: 'failed' } })
      bridge.push('link', live)
      frames.draw()
      expect(store.getState().link.phase).toBe('failed')
      frames.elapse()
      await settled()
      expect([attaches(), store.getState().feedStopped]).toEqual([tries, false])
      frames.draw()
    }
    bridge.push('entries', from(2, 3))
    frames.draw()
    expect([seq(), store.getState().link.phase]).toEqual([3, 'live'])
  })

  it('goes on when something that listens to the store fails, and tells the others all the same', async () => {
    const faults: unknown[] = []
    const { bridge, frames, store, attaches, seq } = await feedAt(1, (fault) => faults.push(fault))
    const heard: number[] = []
    store.subscribe(() => {
      throw new Error('Maximum update depth exceeded')
    })
    store.subscribe(({ room }) => heard.push(room.seq))
    bridge.push('entries', from(2, 3))
    frames.draw()
    bridge.push('entries', from(4, 5))
    frames.draw()
    expect([seq(), heard, faults.length, attaches()]).toEqual([5, [3, 5], 2, 1])
    expect(store.getState().link.phase).toBe('live')
  })

  it('looks at the incident once the selected alarm is taken', async () => {
    const { bridge, frames, store } = await feedAt(2)
    store.setState({ selection: { kind: 'alarm', alarmId: 'a1' } })
    bridge.push('entries', from(3, 5))
    frames.draw()
    expect(store.getState().selection).toEqual({ kind: 'incident', incidentId: 'i1' })
  })

  it('keeps the newest fix of each team only', async () => {
    const { bridge, frames, store } = await feedAt(1)
    const fix = (at: number) => ({ teamId: 't1', lon: 65, lat: 38, at, speed: null, heading: null })
    bridge.push('positions', [fix(3_000), fix(2_000)])
    frames.elapse()
    const { positions } = store.getState()
    bridge.push('positions', [fix(1_000)])
    frames.elapse()
    expect(positions.get('t1')?.at).toBe(3_000)
    expect(store.getState().positions).toBe(positions)
  })

  it('says what became of a command that had waited', async () => {
    const { bridge, store } = await feedAt(1)
    const waited = { commandId: 'c1', type: 'add-note', issuedAt: 0 }
    bridge.push('settled', { ...waited, reply: { result: 'ok', seq: 9, notice: null } })
    const refusal = {
      code: 'incident-closed',
      params: { by: 'Officer Two', at: '02:00:00' },
      text: 'closed',
    }
    bridge.push('settled', { ...waited, reply: { result: 'refused', refusal } })
    expect(store.getState().notices).toMatchObject([
      { tone: 'done', code: 'sent-from-outbox', params: { command: 'add-note' } },
      {
        tone: 'refused',
        code: 'incident-closed',
        params: { by: 'Officer Two', command: 'add-note' },
      },
    ])
  })

  it('hears nothing more once it has ended', async () => {
    const { bridge, frames, stop, seq } = await feedAt(1)
    stop()
    bridge.push('entries', from(2, 5))
    frames.draw()
    expect(seq()).toBe(1)
  })
})
